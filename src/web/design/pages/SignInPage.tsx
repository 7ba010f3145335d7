import type { ReactElement, ReactNode } from 'react'
import { Button } from '../Button.tsx'
import type { FieldErrors } from '../fieldErrors.ts'
import { Form } from '../Form.tsx'
import { Heading } from '../Heading.tsx'
import { Page } from '../Page.tsx'
import type { PageFrame } from '../pageFrame.ts'
import { Scene } from '../Scene.tsx'
import { TextField } from '../TextField.tsx'

export type SignInPageProps = {
  frame: PageFrame
  action: string
  idempotencyKey: string
  /** What was typed as the email address; a password is never shown again. */
  email?: string
  /** Where to go after signing in; posted as `next`. */
  next?: string
  /** A form that was sent after the sign-in had ended, sealed; posted as `lostForm`. */
  lostForm?: string
  errors?: FieldErrors
  /** The last attempt failed. One sentence for every cause, so that nobody learns which accounts exist. */
  refused?: boolean
  /** Where to ask for a new password. */
  forgottenHref?: string
  /** Something to know first: a Notice that the session ended. */
  children?: ReactNode
}

/** Words for every sign-in that fails, whatever the reason. */
const SIGN_IN_REFUSED = 'That email address and password do not match an account we can sign in.'

/** The one way in for volunteers and committee. Posts `email`, `password` and `next`. */
export const SignInPage = ({
  frame,
  action,
  idempotencyKey,
  email,
  next,
  lostForm,
  errors = {},
  refused = false,
  forgottenHref,
  children,
}: SignInPageProps): ReactElement => (
  <Page
    frame={frame}
    title="Sign in"
    errors={errors}
    generalErrors={refused ? [SIGN_IN_REFUSED] : []}
    back={{ href: '/' }}
    width="wide"
    scripts={[frame.links.showPassword]}
  >
    <div className="beside-scene">
      <div className="flow">
        {children}
        <Heading>Sign in</Heading>
        <p className="lead">For volunteers, and for those who run the programme.</p>
        <Form
          action={action}
          idempotencyKey={idempotencyKey}
          hidden={{ ...(next === undefined ? {} : { next }), ...(lostForm === undefined ? {} : { lostForm }) }}
        >
          <TextField
            name="email"
            label="Email address"
            type="email"
            autoComplete="username"
            spellCheck={false}
            value={email}
            error={errors['email']}
          />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            error={errors['password']}
          />
          <Button>Sign in</Button>
        </Form>
        {forgottenHref !== undefined && (
          <p>
            <a href={forgottenHref}>Forgotten your password?</a>
          </p>
        )}
      </div>
      <Scene />
    </div>
  </Page>
)

/**
 * A file that holds photographs as they came from a camera (a PDF made on a phone), with what the camera wrote into
 * them blanked:
 * place, time, device, preview. Every byte stays where it is, so that whatever points into the file still does.
 */
export const withoutCameraNotes = (file: Buffer): Buffer => {
  const blanked = Buffer.from(file)
  for (const { heading, marker } of NOTES)
    for (let at = blanked.indexOf(heading); at !== -1; at = blanked.indexOf(heading, at + 1)) {
      if (blanked[at - 4] !== 0xff || blanked[at - 3] !== marker) continue
      const length = blanked.readUInt16BE(at - 2)
      blanked.fill(0, at, Math.min(at + length - 2, blanked.length))
    }
  return blankedPackets(blanked)
}

/**
 * How such notes begin within a JPEG, after a marker of two bytes and a length of two: EXIF, XMP and its continuation,
 * IPTC.
 */
const NOTES = [
  { heading: 'Exif\0', marker: 0xe1 },
  { heading: 'http://ns.adobe.com/xap/1.0/\0', marker: 0xe1 },
  { heading: 'http://ns.adobe.com/xmp/extension/\0', marker: 0xe1 },
  { heading: 'Photoshop 3.0\0', marker: 0xed },
]

/** XMP that stands in the file itself: what is between the marks of its packet becomes blanks. */
const blankedPackets = (file: Buffer): Buffer => {
  for (let at = file.indexOf('<?xpacket begin'); at !== -1; at = file.indexOf('<?xpacket begin', at + 1)) {
    const [start, end] = [file.indexOf('?>', at) + 2, file.indexOf('<?xpacket end', at)]
    if (start > 1 && end > start) file.fill(' ', start, end)
  }
  return file
}

import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const brand: MantineColorsTuple = [
  '#eef3fe', '#dde6fa', '#bccdf3', '#93afec', '#7799e6', '#4f78d6', '#2b59c3', '#2450b1', '#1c439a', '#133482',
]
const red: MantineColorsTuple = [
  '#fdeeed', '#f9dcda', '#f3b5b0', '#ee8f88', '#e8736a', '#d5453b', '#bd2a20', '#a8241b', '#921d15', '#7a150e',
]
const dark: MantineColorsTuple = [
  '#d5d8de', '#b7bbc4', '#8a909b', '#6d7480', '#3a404a', '#2d3138', '#1f2329', '#17191e', '#121419', '#0d0f13',
]

// The colours are chosen so that text has a contrast of 4.5 to 1 in both schemes.
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 6,
  colors: { brand, red, dark },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.3' }, h2: { fontSize: '1.0625rem', lineHeight: '1.4' } },
  },
})

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6270',
    '--mantine-color-placeholder': '#6a7280',
    '--mantine-color-error': '#b3261e',
    '--lk-page': '#f6f7f9',
    '--lk-card': '#ffffff',
    '--lk-line': '#e1e4e9',
  },
  dark: {
    '--mantine-color-dimmed': '#a5abb5',
    '--mantine-color-placeholder': '#8f959f',
    '--mantine-color-error': '#ff9a92',
    '--lk-page': '#101216',
    '--lk-card': '#17191e',
    '--lk-line': '#2d3138',
  },
})

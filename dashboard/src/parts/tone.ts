// Tone is what a colour says; app/theme.css has the colours.
export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'quiet'

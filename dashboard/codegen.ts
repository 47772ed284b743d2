import type { CodegenConfig } from '@graphql-codegen/cli'

// Types and documents come from the schema beside this folder. Documents are text
// (documentMode), so that no GraphQL runtime is shipped, and fragments are plain types.
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    'src/api/gen/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', Time: 'string' },
      },
    },
  },
}

export default config

import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { newClient } from '@/api/client'
import { ConfirmProvider } from './confirm'
import { Doors } from './doors'
import { Gate } from './gate'
import { pageNonce } from './nonce'
import { Routes } from './routes'
import { theme, variables } from './theme'

export function App() {
  const [client] = useState(newClient)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={pageNonce}>
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" />
        <Doors>
          <Gate>
            <ConfirmProvider>
              <Routes />
            </ConfirmProvider>
          </Gate>
        </Doors>
      </QueryClientProvider>
    </MantineProvider>
  )
}

// Undersign on Azure Container Apps: two replicas behind Azure's own https, on a MongoDB elsewhere. docs/deploy.md says how.

@description('Name of the app and of what is made for it.')
@minLength(2)
@maxLength(24)
param name string = 'undersign'

param location string = resourceGroup().location

@description('An Azure Container Registry of this resource group that holds the image.')
param registryName string

param imageTag string

@description('Application (client) ID of the app registration.')
param entraClientId string

@secure()
param entraClientSecret string

@description('32 bytes in base64. Keep it: what it sealed opens with nothing else.')
@secure()
param encryptionKey string

@description('mongodb:// or mongodb+srv://, with the name of the database.')
@secure()
param databaseUrl string

@description('The name people open, such as undersign.example.com. Empty: the one that Azure gives.')
param publicHost string = ''

@description('Resource ID of the certificate for publicHost in the environment. Without it a deployment takes the name off the app again.')
param certificateId string = ''

@description('Tenant IDs separated by commas, first, or open.')
param allowedTenants string = 'first'

@minValue(1)
param replicas int = 2

var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

// Only to fetch the image: the program itself signs in to Entra as its app registration.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-pull'
  location: location
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      // The new revision has to be ready before the old one ends.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3000
        transport: 'auto'
        allowInsecure: false
        customDomains: empty(publicHost) || empty(certificateId) ? [] : [
          {
            name: publicHost
            bindingType: 'SniEnabled'
            certificateId: certificateId
          }
        ]
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
      secrets: [
        {
          name: 'entra-client-secret'
          value: entraClientSecret
        }
        {
          name: 'encryption-key'
          value: encryptionKey
        }
        {
          name: 'database-url'
          value: databaseUrl
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'api'
          image: '${registry.properties.loginServer}/undersign:${imageTag}'
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            {
              name: 'PUBLIC_URL'
              value: empty(publicHost) ? 'https://${name}.${environment.properties.defaultDomain}' : 'https://${publicHost}'
            }
            {
              name: 'ENTRA_CLIENT_ID'
              value: entraClientId
            }
            {
              name: 'ENTRA_CLIENT_SECRET'
              secretRef: 'entra-client-secret'
            }
            {
              name: 'ENCRYPTION_KEY'
              secretRef: 'encryption-key'
            }
            {
              name: 'DATABASE_URL'
              secretRef: 'database-url'
            }
            {
              name: 'ALLOWED_TENANTS'
              value: allowedTenants
            }
            {
              // Azure's front reaches replicas from here; nobody else can.
              name: 'TRUSTED_PROXIES'
              value: 'loopback,uniquelocal,100.64.0.0/10'
            }
          ]
          probes: [
            {
              // Opening a large database after an upgrade may take minutes.
              type: 'Startup'
              httpGet: {
                path: '/health/live'
                port: 3000
              }
              periodSeconds: 30
              failureThreshold: 10
              timeoutSeconds: 5
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/health/live'
                port: 3000
              }
              periodSeconds: 10
              failureThreshold: 6
              timeoutSeconds: 5
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health/ready'
                port: 3000
              }
              periodSeconds: 10
              failureThreshold: 3
              timeoutSeconds: 5
            }
          ]
        }
      ]
      scale: {
        minReplicas: replicas
        maxReplicas: replicas
      }
    }
  }
  dependsOn: [
    mayPull
  ]
}

output publicUrl string = 'https://${empty(publicHost) ? app.properties.configuration.ingress.fqdn : publicHost}'

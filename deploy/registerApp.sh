#!/usr/bin/env bash
# Makes the app registration of Undersign in the tenant that `az login --allow-no-subscriptions` signed in to, with exactly the
# permissions it needs, and prints what the server has to be told. The clicks that do the same are in docs/deploy.md.
#
#   deploy/registerApp.sh undersign.example.com [--several-tenants] [--without-units]
set -euo pipefail

usage="usage: $0 HOST [--several-tenants] [--without-units]   (HOST as in PUBLIC_URL, without https://)"
host=${1:?$usage}
shift
if [[ ! $host =~ ^[A-Za-z0-9.-]+(:[0-9]+)?$ ]]; then
  echo "$host is no host name. $usage" >&2
  exit 64
fi
audience=AzureADMyOrg
units=yes
for option in "$@"; do
  case $option in
    --several-tenants) audience=AzureADMultipleOrgs ;;
    --without-units) units=no ;;
    *)
      echo "$option is unknown. $usage" >&2
      exit 64
      ;;
  esac
done

graph=${GRAPH_URL:-https://graph.microsoft.com}/v1.0
scope=$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen | tr "[:upper:]" "[:lower:]")

role() { printf '{"id": "%s", "type": "Role"}' "$1"; }
# User.Read.All, GroupMember.Read.All, AdministrativeUnit.Read.All
roles="$(role df021288-bdef-4463-88db-98f22de89214), $(role 98830695-27a2-44f7-8c18-0c3ebc9698f6)"
if [[ $units == yes ]]; then roles="$roles, $(role 134fd756-38ce-4afd-ba33-e9623dbe66c2)"; fi

id=$(az rest --method post --url "$graph/applications" --query appId -o tsv --body "{
  \"displayName\": \"Undersign\", \"signInAudience\": \"$audience\",
  \"web\": {\"redirectUris\": [\"https://$host/api/connection/consent/callback\"]},
  \"spa\": {\"redirectUris\": [\"https://$host/auth-redirect.html\", \"https://$host/\", \"brk-multihub://$host\"]},
  \"requiredResourceAccess\": [{\"resourceAppId\": \"00000003-0000-0000-c000-000000000000\", \"resourceAccess\": [$roles]}],
  \"api\": {\"requestedAccessTokenVersion\": 2, \"oauth2PermissionScopes\": [{\"id\": \"$scope\", \"value\": \"access_as_user\",
    \"type\": \"User\", \"isEnabled\": true, \"adminConsentDisplayName\": \"Use Undersign\",
    \"adminConsentDescription\": \"Lets people sign in to Undersign.\"}]}}")
app="$graph/applications(appId='$id')"
echo "ENTRA_CLIENT_ID=$id"

# A registration that was made a moment ago is not everywhere at once.
for attempt in 1 2 3 4 5 6; do
  if az rest --method patch --url "$app" --body "{\"identifierUris\": [\"api://$id\"],
    \"api\": {\"preAuthorizedApplications\": [{\"appId\": \"$id\", \"delegatedPermissionIds\": [\"$scope\"]}]}}"; then
    break
  fi
  if [[ $attempt == 6 ]]; then
    echo "The registration $id was made but could not be finished: delete it and begin again." >&2
    exit 1
  fi
  sleep "${UNDERSIGN_PAUSE:-5}"
done

secret=$(az rest --method post --url "$app/addPassword" --query secretText -o tsv \
  --body '{"passwordCredential": {"displayName": "Undersign"}}')
echo "ENTRA_CLIENT_SECRET=$secret"

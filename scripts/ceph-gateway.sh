#!/bin/bash
# An S3 server of Ceph's own (radosgw over one monitor and one OSD that keeps everything in memory), for tests and benches; nothing of it outlives this script.
#     scripts/ceph-gateway.sh <empty folder> <port of the monitor> <port of the gateway> [further address to listen on]...
# With TLS_PORT=<port> it speaks TLS there too, by a certificate of an authority of its own: <folder>/authority.pem.
# Says "ready" when it answers. Its keys are those below. Ends when its input ends.
set -eu
folder=$1 monitor=$2 port=$3 address=127.0.0.1
frontend="beast endpoint=$address:$port tcp_nodelay=1"
for other in "${@:4}"; do frontend+=" endpoint=$other:$port"; done
mkdir -p "$folder"/{mon,osd,rgw}
if [ -n "${TLS_PORT:-}" ]; then
  key="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
  openssl req -x509 $key -keyout "$folder/authority.key" -out "$folder/authority.pem" -subj "/CN=authority of tests" 2>/dev/null
  openssl req $key -keyout "$folder/server.key" -out "$folder/server.csr" -subj "/CN=gateway of tests" 2>/dev/null
  printf 'subjectAltName=IP:%s,DNS:localhost\n' "$address" > "$folder/server.ext"
  openssl x509 -req -in "$folder/server.csr" -CA "$folder/authority.pem" -CAkey "$folder/authority.key" -CAcreateserial \
    -extfile "$folder/server.ext" -out "$folder/server.pem" 2>/dev/null
  frontend+=" ssl_endpoint=$address:$TLS_PORT ssl_certificate=$folder/server.pem ssl_private_key=$folder/server.key"
fi
export CEPH_CONF=$folder/ceph.conf
cluster=$(cat /proc/sys/kernel/random/uuid)
osd=$(cat /proc/sys/kernel/random/uuid)
cat > "$CEPH_CONF" <<CONF
[global]
fsid = $cluster
mon host = [v1:127.0.0.1:$monitor]
auth cluster required = none
auth service required = none
auth client required = none
public addr = 127.0.0.1
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon data avail crit = 1
paxos propose interval = 0.01
paxos min wait = 0.01
osd crush chooseleaf type = 0
osd objectstore = memstore
memstore device bytes = 3221225472
run dir = $folder
pid file = $folder/\$name.pid
admin socket = $folder/\$name.\$pid.asok
log file = $folder/\$name.log
log to stderr = false
mon cluster log file = $folder/cluster.log
[mon.a]
mon data = $folder/mon
[osd.0]
osd data = $folder/osd
[client.rgw.a]
rgw data = $folder/rgw
rgw frontends = $frontend
rgw run sync thread = false
CONF
declare -A pid=()
trap 'kill -9 "${pid[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT
quiet() { "$@" < /dev/null > /dev/null 2>> "$folder/words.log"; }
# Of a function in the background the shell is what would be killed.
stay() { exec "$@" < /dev/null > /dev/null 2>> "$folder/words.log"; }
# A daemon that asks before it knows the monitors ends at once ("wrong fsid"); it is begun again.
keep() {
  local name=$1
  shift
  if [ -z "${pid[$name]:-}" ] || ! kill -0 "${pid[$name]}" 2>/dev/null; then
    stay "$@" &
    pid[$name]=$!
  fi
}
try_for_a_minute() {
  for _ in $(seq 600); do
    if "$@"; then return 0; fi
    sleep 0.1
  done
  cat "$folder/words.log" >&2
  return 1
}
osd_is_up() {
  keep osd ceph-osd -f -i 0
  ceph osd stat 2>/dev/null | grep -q '1 up'
}
gateway_answers() {
  keep gateway radosgw -f -n client.rgw.a
  curl -s -o /dev/null --max-time 5 "http://$address:$port/"
}
quiet monmaptool --create --clobber --fsid "$cluster" --addv a "[v1:127.0.0.1:$monitor]" "$folder/monmap"
quiet ceph-mon --mkfs -i a --monmap "$folder/monmap"
keep monitor ceph-mon -f -i a
try_for_a_minute quiet ceph --connect-timeout 10 osd new "$osd"
quiet ceph-osd -i 0 --mkfs --osd-uuid "$osd"
try_for_a_minute osd_is_up
try_for_a_minute quiet ceph osd crush add osd.0 1.0 root=default host=here
try_for_a_minute gateway_answers
try_for_a_minute quiet radosgw-admin -n client.rgw.a user create --uid=proofpack --display-name=proofpack \
  --access-key=PROOFPACKTEST --secret-key=a-secret-of-tests
echo ready
cat > /dev/null

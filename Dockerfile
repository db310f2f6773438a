# The site of the package in data/ (or in HOTLINE_DATA), behind a small server with the headers that it needs:
#   docker build --build-arg SITE_ADDRESS=https://figures.example.org -t hotline-figures .
#   docker run --rm --read-only --cap-drop ALL --cap-add NET_BIND_SERVICE -p 8080:8080 hotline-figures
# A proxy in front of it keeps the certificate. Below a path: --build-arg SITE_PATH=/stats as well, and the same path in
# SITE_ADDRESS.
FROM node:22-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
ARG SITE_ADDRESS
ARG HOTLINE_DATA=data
RUN npm run data -- check && npm run build

FROM caddy:2.10-alpine
ARG SITE_PATH=""
# Caddy writes nothing: no certificate, no saved configuration, no administration.
ENV SITE_NAME=:8080 SITE_ROOT=/srv SITE_PATH=$SITE_PATH XDG_CONFIG_HOME=/tmp XDG_DATA_HOME=/tmp
COPY docs/hosting/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /site/build /srv
USER 1000:1000
EXPOSE 8080
HEALTHCHECK CMD wget -q -O /dev/null "http://127.0.0.1:8080$SITE_PATH/"

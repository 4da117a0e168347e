# The pinned Node comes with the packages (see docs/decisions/001); the base image only needs npm.
FROM node:24-bookworm-slim
ENV NODE_ENV=production FEASTGAP_HOME=/var/lib/feastgap
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts/ensure-modules.sh scripts/
RUN npm install --omit=dev --no-audit --no-fund
COPY . .
RUN mkdir -p /var/lib/feastgap && chown node:node /var/lib/feastgap
USER node
VOLUME /var/lib/feastgap
ENTRYPOINT ["/app/node_modules/.bin/node", "/app/src/cli.js"]
CMD ["start"]

# The site alone: its database is another container (docker-compose.yml) or a server of yours.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
# Which commit it is, since .git stays outside: docker build --build-arg COMMIT=$(git rev-parse --short=10 HEAD) .
ARG COMMIT=""
RUN mvn -B -q -Drun -DexternalDatabase "-Dbuild.commit=$COMMIT" package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin porte-voix \
    && install -d -o porte-voix -m 700 /data
COPY --from=build /build/target/lib /app/lib
COPY --from=build /build/target/porte-voix.jar /app/
USER porte-voix
ENV PORTEVOIX_DATA=/data
VOLUME /data
EXPOSE 8080
# bash opens the connection itself: the image has neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${MICRONAUT_SERVER_PORT:-8080} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "--sun-misc-unsafe-memory-access=allow", "-XX:MaxRAMPercentage=60", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Duser.language=fr", "-Duser.country=FR", "-Duser.timezone=UTC", "-cp", "/app/porte-voix.jar:/app/lib/*", "org.portevoix.operation.Main"]

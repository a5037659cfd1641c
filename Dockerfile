# Image of one service: docker build --build-arg SERVICE=routing-service .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# All services are built once, in a layer that their images share.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -q -B -DskipTests -Dspotless.check.skip -Dmdep.analyze.skip -pl '!standalone' package

FROM build AS layers
ARG SERVICE
RUN cp "$SERVICE/target/$SERVICE"-*-exec.jar /tmp/service.jar \
    && java -Djarmode=tools -jar /tmp/service.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home pintu
WORKDIR /app
# The layers that change least come first.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER pintu
ENV SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=12 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\r\n\r\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=70", "-jar", "service.jar"]

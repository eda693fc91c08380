# Builds the jar with its pages, then runs it on a plain Java runtime as an ordinary user.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl unzip ca-certificates \
 && curl -fsSL https://deb.nodesource.com/setup_22.x | bash - \
 && apt-get install -y --no-install-recommends nodejs \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# Dependencies first: they change less often than the code.
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -B -q dependency:go-offline || true
COPY webroot/package.json webroot/package-lock.json webroot/
RUN cd webroot && npm ci --no-fund --no-audit
COPY . .
RUN ./mvnw -B -q package -DskipTests \
 && javac -d target/training src/build/StartTraining.java

FROM eclipse-temurin:25-jre
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --create-home --uid 10001 recruitflow \
 && mkdir -p /var/lib/recruitflow \
 && chown recruitflow /var/lib/recruitflow
USER recruitflow
WORKDIR /home/recruitflow
COPY --chown=recruitflow --from=build /src/bin/recruitflow bin/recruitflow
COPY --chown=recruitflow --from=build /src/target/recruitflow.jar target/recruitflow.jar
# The jar is run once where it will run, so that every start of the image loads and compiles less.
COPY --chown=recruitflow --from=build /src/target/training training
RUN java -cp training StartTraining target/recruitflow.jar target/recruitflow.aot
ENV RECRUITFLOW_DATA_DIR=/var/lib/recruitflow/data \
    MEDIA_ROOT=/var/lib/recruitflow/media \
    JAVA_OPTS=-XX:MaxRAMPercentage=70 \
    HOST=0.0.0.0 \
    PORT=8010
VOLUME /var/lib/recruitflow
EXPOSE 8010
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD curl -fsS "http://localhost:${PORT}/health/ready" || exit 1
ENTRYPOINT ["bin/recruitflow"]

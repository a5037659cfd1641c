package id.pintu.benchmarks.clocks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** H2 database in a file of a new temporary directory. */
final class H2BenchmarkDatabase {

    static final String USER = "sa";

    private final Path directory;

    H2BenchmarkDatabase(String name) throws IOException {
        directory = Files.createTempDirectory(name);
    }

    String url() {
        return "jdbc:h2:file:" + directory.resolve("h2") + ";DB_CLOSE_DELAY=-1";
    }

    /** Opens a connection pool. */
    HikariDataSource connect(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(USER);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** Runs SQL statements. */
    void run(String sql) throws SQLException {
        try (HikariDataSource source = connect(1);
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a script of the class path. */
    void runScript(String name) throws IOException, SQLException {
        try (InputStream script = Objects.requireNonNull(H2BenchmarkDatabase.class.getResourceAsStream(name))) {
            run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

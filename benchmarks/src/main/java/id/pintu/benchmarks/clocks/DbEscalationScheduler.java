package id.pintu.benchmarks.clocks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** db-scheduler on H2. */
final class DbEscalationScheduler implements EscalationScheduler {

    private static final String TABLES = """
        create table scheduled_tasks (
          task_name varchar(100), task_instance varchar(100), task_data blob,
          execution_time timestamp(6) with time zone, picked boolean, picked_by varchar(50),
          last_success timestamp(6) with time zone, last_failure timestamp(6) with time zone,
          consecutive_failures int, last_heartbeat timestamp(6) with time zone, version bigint,
          priority int, primary key (task_name, task_instance));
        create index execution_time_idx on scheduled_tasks (execution_time);
        create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
        """;

    private final HikariDataSource source;
    private final Scheduler scheduler;

    @SuppressWarnings(
            "deprecation") // the other polling strategy does not support H2, and the default fetches too little
    DbEscalationScheduler(BenchmarkLedger ledger, int deadlines) throws Exception {
        H2BenchmarkDatabase database = new H2BenchmarkDatabase("db-scheduler");
        database.run(TABLES);
        source = database.connect(THREADS + 5);
        OneTimeTask<Void> task = Tasks.oneTime("escalate").execute((instance, context) -> {
            try {
                ledger.writeAndAwaitAck(EscalationScheduler.escalation(Integer.parseInt(instance.getId())));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        scheduler = Scheduler.create((DataSource) source, task)
                .threads(THREADS)
                .pollUsingFetchAndLockOnExecute(5, 20)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        Instant past = Instant.now().minusSeconds(1);
        for (int i = 0; i < deadlines; i++) {
            scheduler.schedule(task.instance(String.valueOf(i)), past);
        }
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
        source.close();
    }
}

package id.pintu.benchmarks.clocks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.pintu.events.ComplaintEvent;
import id.pintu.events.EventMetadata;
import id.pintu.events.SlaEvent.DeadlineMissed;
import id.pintu.events.SlaEvent.SlaClockType;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * So many deadlines due at one instant: how long until each one's escalation stands in the ledger, committed. Ours, and
 * the same with a scheduler whose job writes the event and waits until it is acknowledged.
 */
final class DeadlineBurstScenario {

    private static final Instant MONDAY = Instant.parse("2026-06-08T03:00:00Z");
    private static final Instant DUE = Instant.parse("2026-06-11T08:00:00Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final int THREADS = 20;

    private DeadlineBurstScenario() {}

    /**
     * @param args {@code pintu}, {@code quartz} or {@code db-scheduler}, and how many deadlines
     */
    public static void main(String... args) throws Exception {
        int deadlines = Integer.parseInt(args[1]);
        try (BenchmarkLedger ledger = new BenchmarkLedger()) {
            ElapsedTime elapsed = switch (args[0]) {
                case "pintu" -> pintu(ledger, deadlines);
                case "quartz" -> quartz(ledger, deadlines);
                case "db-scheduler" -> dbScheduler(ledger, deadlines);
                default -> throw new IllegalArgumentException(args[0]);
            };
            System.out.printf(
                    "scheduler=%s deadlines=%d escalated=%d duplicated=%d seconds=%.1f cpu_seconds=%.1f per_second=%.0f%n",
                    args[0],
                    deadlines,
                    ledger.count(DeadlineMissed.class),
                    ledger.duplicated(),
                    elapsed.seconds(),
                    elapsed.cpuSeconds(),
                    deadlines / elapsed.seconds());
        }
        System.exit(0);
    }

    /** A watch on the wall, and the time all processors spent on this process, the broker in it included. */
    private record ElapsedTime(double seconds, double cpuSeconds) {

        static ElapsedTime now() {
            return new ElapsedTime(
                    System.nanoTime() / 1e9,
                    ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                    .getProcessCpuTime()
                            / 1e9);
        }

        static ElapsedTime since(ElapsedTime begun) {
            ElapsedTime end = now();
            return new ElapsedTime(end.seconds - begun.seconds, end.cpuSeconds - begun.cpuSeconds);
        }
    }

    private static ElapsedTime pintu(BenchmarkLedger ledger, int deadlines) throws Exception {
        for (int i = 0; i < deadlines; i++) {
            RoutedComplaintFactory.routedEvents(i, MONDAY).forEach(ledger::write);
        }
        ledger.flush();
        ledger.skipToEnd();
        try (SlaTimersFixture timers = new SlaTimersFixture(ledger, MONDAY)) {
            timers.start(deadlines);
            ElapsedTime begun = ElapsedTime.now();
            timers.setTime(DUE.plusMillis(1));
            ledger.readUntil(() -> ledger.count(DeadlineMissed.class) >= deadlines, TIMEOUT);
            ElapsedTime elapsed = ElapsedTime.since(begun);
            ledger.readUntil(() -> false, Duration.ofSeconds(2)); // would something come twice?
            return elapsed;
        }
    }

    private static ElapsedTime quartz(BenchmarkLedger ledger, int deadlines) throws Exception {
        Path database = Files.createTempDirectory("quartz");
        Properties properties = new Properties();
        properties.putAll(java.util.Map.ofEntries(
                java.util.Map.entry("org.quartz.scheduler.instanceName", "burst"),
                java.util.Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                java.util.Map.entry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "500"),
                java.util.Map.entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                java.util.Map.entry("org.quartz.threadPool.threadCount", String.valueOf(THREADS)),
                java.util.Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                java.util.Map.entry(
                        "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate"),
                java.util.Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true"),
                java.util.Map.entry("org.quartz.jobStore.misfireThreshold", "3600000"),
                java.util.Map.entry("org.quartz.jobStore.dataSource", "h2"),
                java.util.Map.entry("org.quartz.dataSource.h2.provider", "hikaricp"),
                java.util.Map.entry("org.quartz.dataSource.h2.driver", "org.h2.Driver"),
                java.util.Map.entry("org.quartz.dataSource.h2.URL", url(database)),
                java.util.Map.entry("org.quartz.dataSource.h2.user", "sa"),
                java.util.Map.entry("org.quartz.dataSource.h2.maxConnections", String.valueOf(THREADS + 5))));
        try (HikariDataSource tables = source(database)) {
            run(tables, script("/org/quartz/impl/jdbcjobstore/tables_h2.sql"));
        }
        org.quartz.Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
        EscalationQuartzJob.ledger = ledger;
        Instant due = Instant.now().plus(Duration.ofHours(2));
        scheduler.standby();
        java.util.Map<JobDetail, java.util.Set<? extends org.quartz.Trigger>> jobs = new java.util.HashMap<>();
        for (int i = 0; i < deadlines; i++) {
            JobDetail job = JobBuilder.newJob(EscalationQuartzJob.class)
                    .withIdentity("j" + i)
                    .usingJobData("number", i)
                    .build();
            // In the past: all are due at one instant, the one at which the scheduler is started.
            jobs.put(
                    job,
                    java.util.Set.of(TriggerBuilder.newTrigger()
                            .withIdentity("t" + i)
                            .startAt(Date.from(due.minus(Duration.ofHours(2))))
                            .build()));
            if (jobs.size() == 1_000 || i == deadlines - 1) {
                scheduler.scheduleJobs(jobs, false);
                jobs.clear();
            }
        }
        ledger.skipToEnd();
        ElapsedTime begun = ElapsedTime.now();
        scheduler.start();
        ledger.readUntil(() -> ledger.count(DeadlineMissed.class) >= deadlines, TIMEOUT);
        ElapsedTime elapsed = ElapsedTime.since(begun);
        scheduler.shutdown(true);
        return elapsed;
    }

    /** Quartz makes its jobs itself. */
    public static final class EscalationQuartzJob implements Job {
        private static volatile @Nullable BenchmarkLedger ledger;

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try {
                int number = context.getMergedJobDataMap().getInt("number");
                Objects.requireNonNull(ledger).writeAndAwaitAck(missed(number));
            } catch (Exception e) {
                throw new JobExecutionException(e);
            }
        }
    }

    @SuppressWarnings("deprecation") // the other strategy is not for H2, and the default one fetches too little
    private static ElapsedTime dbScheduler(BenchmarkLedger ledger, int deadlines) throws Exception {
        Path database = Files.createTempDirectory("db-scheduler");
        try (HikariDataSource source = source(database)) {
            run(source, """
                    create table scheduled_tasks (
                      task_name varchar(100), task_instance varchar(100), task_data blob,
                      execution_time timestamp(6) with time zone, picked boolean, picked_by varchar(50),
                      last_success timestamp(6) with time zone, last_failure timestamp(6) with time zone,
                      consecutive_failures int, last_heartbeat timestamp(6) with time zone, version bigint,
                      priority int, primary key (task_name, task_instance));
                    create index execution_time_idx on scheduled_tasks (execution_time);
                    create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
                    """);
            OneTimeTask<Void> task = Tasks.oneTime("escalate").execute((instance, context) -> {
                try {
                    ledger.writeAndAwaitAck(missed(Integer.parseInt(instance.getId())));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Scheduler scheduler = Scheduler.create((DataSource) source, task)
                    .threads(THREADS)
                    .pollUsingFetchAndLockOnExecute(5, 20)
                    .pollingInterval(Duration.ofMillis(100))
                    .build();
            Instant due = Instant.now().minusSeconds(1);
            for (int i = 0; i < deadlines; i++) {
                scheduler.schedule(task.instance(String.valueOf(i)), due);
            }
            ledger.skipToEnd();
            ElapsedTime begun = ElapsedTime.now();
            scheduler.start();
            ledger.readUntil(() -> ledger.count(DeadlineMissed.class) >= deadlines, TIMEOUT);
            ElapsedTime elapsed = ElapsedTime.since(begun);
            scheduler.stop();
            return elapsed;
        }
    }

    private static ComplaintEvent missed(int number) {
        return new DeadlineMissed(
                EventMetadata.of(RoutedComplaintFactory.id(number), new UUID(7, number), DeadlineMissed.class, 1, DUE),
                SlaClockType.INSTITUTION_VERIFICATION,
                DUE,
                1,
                "liaison",
                false);
    }

    private static HikariDataSource source(Path database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername("sa");
        config.setMaximumPoolSize(THREADS + 5);
        return new HikariDataSource(config);
    }

    private static String url(Path database) {
        return "jdbc:h2:file:" + database.resolve("h2") + ";DB_CLOSE_DELAY=-1";
    }

    private static String script(String name) throws Exception {
        try (var sql = Objects.requireNonNull(Job.class.getResourceAsStream(name))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void run(DataSource source, String sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

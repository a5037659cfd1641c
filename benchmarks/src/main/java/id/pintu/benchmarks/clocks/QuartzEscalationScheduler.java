package id.pintu.benchmarks.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Quartz with a JDBC store on H2. */
final class QuartzEscalationScheduler implements EscalationScheduler {

    private static final int JOBS_PER_TRANSACTION = 1_000;

    private final Scheduler scheduler;

    @SuppressWarnings("StaticAssignmentInConstructor") // Quartz creates its jobs itself
    QuartzEscalationScheduler(BenchmarkLedger ledger, int deadlines) throws Exception {
        H2BenchmarkDatabase database = new H2BenchmarkDatabase("quartz");
        database.runScript("/org/quartz/impl/jdbcjobstore/tables_h2.sql");
        scheduler = new StdSchedulerFactory(properties(database)).getScheduler();
        EscalationQuartzJob.ledger = ledger;
        scheduler.standby();
        // All triggers are in the past, and therefore due when the scheduler is started.
        Date past = Date.from(Instant.now());
        Map<JobDetail, Set<? extends Trigger>> jobs = new HashMap<>();
        for (int i = 0; i < deadlines; i++) {
            jobs.put(job(i), Set.of(trigger(i, past)));
            if (jobs.size() == JOBS_PER_TRANSACTION || i == deadlines - 1) {
                scheduler.scheduleJobs(jobs, false);
                jobs.clear();
            }
        }
    }

    @Override
    public void start() throws SchedulerException {
        scheduler.start();
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JobDetail job(int number) {
        return JobBuilder.newJob(EscalationQuartzJob.class)
                .withIdentity("j" + number)
                .usingJobData("number", number)
                .build();
    }

    private static Trigger trigger(int number, Date start) {
        return TriggerBuilder.newTrigger()
                .withIdentity("t" + number)
                .startAt(start)
                .build();
    }

    private static Properties properties(H2BenchmarkDatabase database) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", "burst"),
                Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                Map.entry("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "500"),
                Map.entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                Map.entry("org.quartz.threadPool.threadCount", String.valueOf(THREADS)),
                Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                Map.entry("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate"),
                Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true"),
                Map.entry(
                        "org.quartz.jobStore.misfireThreshold",
                        String.valueOf(Duration.ofHours(1).toMillis())),
                Map.entry("org.quartz.jobStore.dataSource", "h2"),
                Map.entry("org.quartz.dataSource.h2.provider", "hikaricp"),
                Map.entry("org.quartz.dataSource.h2.driver", "org.h2.Driver"),
                Map.entry("org.quartz.dataSource.h2.URL", database.url()),
                Map.entry("org.quartz.dataSource.h2.user", H2BenchmarkDatabase.USER),
                Map.entry("org.quartz.dataSource.h2.maxConnections", String.valueOf(THREADS + 5))));
        return properties;
    }

    /** Job of one deadline; Quartz creates its instances, so that the ledger has to be static. */
    public static final class EscalationQuartzJob implements Job {

        private static volatile @Nullable BenchmarkLedger ledger;

        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try {
                int number = context.getMergedJobDataMap().getInt("number");
                Objects.requireNonNull(ledger).writeAndAwaitAck(EscalationScheduler.escalation(number));
            } catch (Exception e) {
                throw new JobExecutionException(e);
            }
        }
    }
}

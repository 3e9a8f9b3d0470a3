package org.portevoix.journal;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.portevoix.account.Accounts;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;
import org.portevoix.seal.Head;
import org.portevoix.seal.SealedLog;

/**
 * Mails the head of the sealed log to those who administer the site, once a day: in their mailboxes it is out of reach of whoever could
 * write in the database.
 */
@Singleton
class HeadLetters {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final SealedLog log;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Calendar calendar;
    private final Clock clock;

    HeadLetters(SealedLog log, Accounts accounts, Outbox outbox, Calendar calendar, Clock clock) {
        this.log = log;
        this.accounts = accounts;
        this.outbox = outbox;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Tried on each machine; the first that claims the day does it. */
    @Scheduled(fixedDelay = "30m", initialDelay = "${portevoix.jobs.first:7m}")
    @Transactional
    void daily() {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        Head head = log.head();
        List<Accounts.Person> administrators = accounts.administrators();
        if (head.number() == 0 || administrators.isEmpty() || !log.claim(today, head)) {
            return;
        }
        String day = calendar.day(Language.SOURCE, today);
        administrators.forEach(person ->
                outbox.write(Letter.of("seal", "seal/" + today + "/" + person.id(), person.email(), Language.SOURCE)
                        .subject("journal.desk.mail.subject", Map.of("day", day))
                        .say("journal.desk.mail.words", Map.of("day", day, "count", head.number()))
                        .code(head.written())
                        .say("journal.desk.mail.keep", Map.of("command", "./run verify-log " + head.written()))
                        .link("journal.desk.mail.go", Map.of(), "/equipe/journal")
                        .build()));
    }
}

package org.portevoix.team;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portevoix.account.Desk;
import org.portevoix.account.Desks;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Language;
import org.portevoix.mail.Deliveries;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/**
 * Writes to people of the team when something new waits for them: at most once an hour, or once a day in the morning, or
 * never, as each one wishes. Of somebody in danger they were told at once, by a letter of its own.
 */
@Singleton
class Notices {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration NEARLY_A_DAY = Duration.ofHours(20);
    private static final Duration NOT_NOW = Duration.ofSeconds(-1);
    private static final int MORNING = 8;
    private static final int MOST = 10;

    private final Desks desks;
    private final List<Work> works;
    private final NoticeRepository notices;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Clock clock;

    Notices(
            Desks desks,
            List<Work> works,
            NoticeRepository notices,
            Outbox outbox,
            Deliveries deliveries,
            Clock clock) {
        this.desks = desks;
        this.works = works;
        this.notices = notices;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** A danger is told by a letter of its own: what is left can wait a few minutes. */
    @Scheduled(fixedDelay = "5m", initialDelay = "${portevoix.jobs.first:2m}")
    void look() {
        desks.ofTheTeam().forEach(this::look);
    }

    Wish wish(long accountId) {
        return notices.findByAccountId(accountId).map(Notice::wish).orElse(Wish.HOURLY);
    }

    boolean hasDigest(long accountId) {
        return notices.findByAccountId(accountId).map(Notice::hasDigest).orElse(true);
    }

    @Transactional
    void wish(long accountId, Wish wish, boolean hasDigest) {
        notices.wish(accountId, wish);
        notices.digest(accountId, hasDigest);
    }

    @Transactional
    void look(Desk desk) {
        Optional<Notice> known = notices.findByAccountId(desk.accountId());
        if (known.isPresent() && known.get().wish() == Wish.NEVER) {
            return;
        }
        // What waits is much to read: only for somebody whom a letter could tell now.
        Instant moment = clock.instant();
        Duration between = between(known.map(Notice::wish).orElse(Wish.HOURLY), moment.atZone(zone(desk)));
        Instant written = known.map(Notice::writtenAt).orElse(null);
        if (between.isNegative() || written != null && written.isAfter(moment.minus(between))) {
            return;
        }
        List<Work.Waiting> waiting = works.stream()
                .flatMap(work -> work.of(desk))
                // A letter does not tell that letters don't leave.
                .filter(one -> !one.address().equals(MailDeskController.ADDRESS))
                .filter(one -> one.gravity() != Work.Gravity.DANGER)
                .sorted(Comparator.comparing(Work.Waiting::gravity).thenComparing(Work.Waiting::due))
                .toList();
        Seen before = Seen.read(known.map(Notice::seen).orElse(""));
        List<Work.Waiting> fresh = waiting.stream().filter(before::isNew).toList();
        String now = Seen.of(waiting).written();
        if (fresh.isEmpty()) {
            if (known.isPresent() && !now.equals(known.get().seen())) {
                notices.see(desk.accountId(), now);
            }
            return;
        }
        if (deliveries.hasWaiting(key(desk))) {
            return;
        }
        notices.begin(desk.accountId());
        if (notices.write(desk.accountId(), now, moment, moment.minus(between)) == 1) {
            outbox.write(letter(desk, fresh, moment));
        }
    }

    /** Since the last letter, at least; negative when it is not the time. */
    static Duration between(Wish wish, ZonedDateTime now) {
        if (wish == Wish.HOURLY) {
            return HOUR;
        }
        return now.getHour() < MORNING ? NOT_NOW : NEARLY_A_DAY;
    }

    private static ZoneId zone(Desk desk) {
        return desk.contracts().stream().findFirst().map(Contract::zoneId).orElse(ZoneId.of("Europe/Paris"));
    }

    private static Letter letter(Desk desk, List<Work.Waiting> fresh, Instant moment) {
        Letter.Builder letter = Letter.of("notice", key(desk) + moment.getEpochSecond(), desk.email(), Language.SOURCE)
                .subject("team.desk.notice.subject", Map.of("count", fresh.size()))
                .say("team.desk.notice.new", Map.of("count", fresh.size()));
        fresh.stream()
                .limit(MOST)
                .forEach(one -> letter.say(
                        "team.desk.notice.one",
                        Map.of("title", one.title(), "detail", one.detail(), "territory", one.territory())));
        if (fresh.size() > MOST) {
            letter.say("team.desk.notice.more", Map.of("count", fresh.size() - MOST));
        }
        return letter.link("team.desk.notice.go", Map.of(), "/equipe").build();
    }

    private static String key(Desk desk) {
        return "notice/" + desk.accountId() + "/";
    }
}

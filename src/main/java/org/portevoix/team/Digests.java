package org.portevoix.team;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.portevoix.account.Desk;
import org.portevoix.account.Desks;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.desk.Work;
import org.portevoix.language.Language;
import org.portevoix.mail.Letter;
import org.portevoix.mail.Outbox;

/**
 * Each morning, to those who read opinions: how many wait and since when, new or not. Once a day and person, however many machines
 * there are; not to who wished otherwise, nor when nothing waits.
 */
@Singleton
class Digests {

    private static final int MORNING = 8;
    private static final Period KEPT = Period.ofWeeks(1);
    private static final Pattern OPINIONS = Pattern.compile("/equipe/[^/]+/avis([/?].*)?");

    private final Desks desks;
    private final List<Work> works;
    private final NoticeRepository notices;
    private final DigestRepository digests;
    private final Outbox outbox;
    private final Clock clock;

    Digests(
            Desks desks,
            List<Work> works,
            NoticeRepository notices,
            DigestRepository digests,
            Outbox outbox,
            Clock clock) {
        this.desks = desks;
        this.works = works;
        this.notices = notices;
        this.digests = digests;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = "10m", initialDelay = "${portevoix.jobs.first:5m}")
    void look() {
        desks.ofTheTeam().stream().filter(desk -> desk.may(Permission.MODERATE)).forEach(this::look);
        digests.forget(LocalDate.now(clock).minus(KEPT));
    }

    @Transactional
    void look(Desk desk) {
        ZonedDateTime now = clock.instant()
                .atZone(desk.contracts().stream()
                        .findFirst()
                        .map(Contract::zoneId)
                        .orElse(ZoneId.of("Europe/Paris")));
        if (now.getHour() < MORNING || !isWished(desk.accountId())) {
            return;
        }
        List<Work.Waiting> waiting = works.stream()
                .flatMap(work -> work.of(desk))
                .filter(one -> OPINIONS.matcher(one.address()).matches())
                .sorted(Comparator.comparing(Work.Waiting::gravity).thenComparing(Work.Waiting::due))
                .toList();
        if (!waiting.isEmpty() && digests.claim(desk.accountId(), now.toLocalDate()) == 1) {
            outbox.write(letter(desk, waiting, now.toLocalDate()));
        }
    }

    private boolean isWished(long accountId) {
        return notices.findByAccountId(accountId)
                .map(notice -> notice.hasDigest() && notice.wish() != Wish.NEVER)
                .orElse(true);
    }

    private static Letter letter(Desk desk, List<Work.Waiting> waiting, LocalDate day) {
        Letter.Builder letter = Letter.of(
                        "digest", "digest/" + desk.accountId() + "/" + day, desk.email(), Language.SOURCE)
                .subject(
                        "team.desk.digest.subject",
                        Map.of("title", waiting.getFirst().title()))
                .say("team.desk.digest.hello", Map.of());
        waiting.forEach(one -> letter.say(
                "team.desk.notice.one",
                Map.of("title", one.title(), "detail", one.detail(), "territory", one.territory())));
        return letter.link("team.desk.notice.go", Map.of(), "/equipe")
                .say("team.desk.digest.why", Map.of())
                .build();
    }
}

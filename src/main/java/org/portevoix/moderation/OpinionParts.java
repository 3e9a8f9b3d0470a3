package org.portevoix.moderation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionState;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.sense.OpinionTranslations;
import org.portevoix.sense.Themes;
import org.portevoix.web.FormBody;

/** What other people have to do with an opinion, for its page: a second reader, a contest, who read what is masked. */
@Singleton
class OpinionParts {

    private final Sharing sharing;
    private final Contests contests;
    private final Seals seals;
    private final QueueChoices choices;
    private final Accounts accounts;
    private final Calendar calendar;
    private final OpinionTranslations translations;

    OpinionParts(
            Sharing sharing,
            Contests contests,
            Seals seals,
            QueueChoices choices,
            Accounts accounts,
            Calendar calendar,
            OpinionTranslations translations) {
        this.sharing = sharing;
        this.contests = contests;
        this.seals = seals;
        this.choices = choices;
        this.accounts = accounts;
        this.calendar = calendar;
        this.translations = translations;
    }

    OpinionPage.Second second(Desk desk, Contract contract, OpinionRead opinion, FormBody typed) {
        List<SecondReading> readings = sharing.readings(opinion.id());
        Map<Long, String> names = accounts.names(readings.stream()
                .flatMap(one -> Stream.of(one.askedBy(), one.askedOf()))
                .distinct()
                .toList());
        return new OpinionPage.Second(
                readings.stream()
                        .map(one -> new OpinionPage.Reading(
                                names.getOrDefault(one.askedBy(), "?"),
                                names.getOrDefault(one.askedOf(), "?"),
                                one.question(),
                                day(one.askedAt(), contract),
                                one.waits(),
                                one.advice() == null ? null : one.advice().name(),
                                one.said()))
                        .toList(),
                opinion.state() == OpinionState.WAITING,
                readings.stream().anyMatch(one -> one.waits() && one.askedOf() == desk.accountId()),
                choices.colleagues(desk, contract).stream()
                        .map(one -> new QueuePage.Choice(
                                one.value(), one.name(), one.value().equals(typed.get("of"))))
                        .toList(),
                typed.get("question"),
                typed.get("said"),
                typed.get("advice"));
    }

    OpinionPage.@Nullable Contested contested(Desk desk, Contract contract, OpinionRead opinion, FormBody typed) {
        return contests.find(opinion.id())
                .map(one -> contested(desk, contract, one, typed))
                .orElse(null);
    }

    private OpinionPage.Contested contested(Desk desk, Contract contract, Contest contest, FormBody typed) {
        Long settledBy = contest.settledBy();
        return new OpinionPage.Contested(
                contest.words(),
                contest.language(),
                day(contest.filedAt(), contract),
                contest.decidedBy() == desk.accountId(),
                accounts.others(contract.id(), contest.decidedBy(), Permission.MODERATE).stream()
                        .map(Accounts.Person::name)
                        .collect(Collectors.joining(", ")),
                contest.outcome() == null ? null : contest.outcome().name(),
                settledBy == null ? null : accounts.names(List.of(settledBy)).getOrDefault(settledBy, "?"),
                typed.get("contest_note"));
    }

    OpinionPage.Seal seal(Desk desk, Contract contract, OpinionRead opinion, List<String> opened, FormBody typed) {
        List<SealReading> readings = seals.readings(opinion.id());
        Map<Long, String> names = accounts.names(
                readings.stream().map(SealReading::accountId).distinct().toList());
        return new OpinionPage.Seal(
                seals.isSealed(opinion.id()),
                desk.may(Permission.UNSEAL, contract),
                readings.stream()
                        .map(one -> new OpinionPage.SealView(
                                names.getOrDefault(one.accountId(), "?"), day(one.readAt(), contract), one.why()))
                        .toList(),
                opened,
                typed.get("why"));
    }

    OpinionPage.Sense sense(Contract contract, OpinionRead opinion, OpinionCard card) {
        List<String> confirmed = card.meaning().themes().confirmed().stream()
                .map(Themes.Theme::key)
                .toList();
        Map<Long, OpinionTranslations.Line> french = card.meaning().french().stream()
                .collect(Collectors.toMap(OpinionTranslations.Line::questionId, Function.identity()));
        return new OpinionPage.Sense(
                choices.themes(contract, "").stream()
                        .map(one -> new QueuePage.Choice(one.value(), one.name(), confirmed.contains(one.value())))
                        .toList(),
                opinion.state() == OpinionState.WITHDRAWN
                        ? List.of()
                        : opinion.words().stream()
                                .map(line -> inFrench(line, french.get(line.questionId())))
                                .toList(),
                !opinion.language().equals(Language.SOURCE)
                        || !french.isEmpty()
                        || card.flags().stream().anyMatch(flag -> flag.language() != null),
                translations.hasMachine(),
                translations.hasMachineUnallowed());
    }

    private static OpinionPage.InFrench inFrench(OpinionRead.Line line, OpinionTranslations.@Nullable Line french) {
        return new OpinionPage.InFrench(
                line.questionId(),
                line.question().body(),
                french == null ? "" : french.body(),
                french != null && french.isMachine());
    }

    private String day(Instant at, Contract contract) {
        return calendar.day(Language.SOURCE, LocalDate.ofInstant(at, contract.zoneId()));
    }
}

package org.portevoix.followup;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What residents were answered about an action in a year. */
@Singleton
public class SheetAnswers {
    private final FollowupRepository followups;
    private final Texts texts;

    SheetAnswers(FollowupRepository followups, Texts texts) {
        this.followups = followups;
        this.texts = texts;
    }

    /** In French. {@code said}: what residents asked; {@code decided}: the answer. */
    public record Answer(LocalDate day, FollowupDecision decision, String said, String decided) {}

    /** By the id of the action's sheet, the latest first; what is about no action is left out. */
    public Map<Long, List<Answer>> of(long contractId, Year year) {
        List<Followup> answered = followups.findLatest(contractId).stream()
                .filter(each -> each.isAnswered() && each.actionSheetId() != null)
                .filter(each -> each.decidedOn() != null
                        && Objects.requireNonNull(each.decidedOn()).getYear() == year.getValue())
                .toList();
        TextsRead read = texts.read(
                Language.SOURCE, answered.stream().flatMap(each -> Stream.of(each.saidText(), each.decidedText())));
        return answered.stream()
                .collect(Collectors.groupingBy(
                        each -> Objects.requireNonNull(each.actionSheetId()),
                        Collectors.mapping(each -> answer(each, read), Collectors.toList())));
    }

    private static Answer answer(Followup each, TextsRead read) {
        Translated decided = read.find(each.decidedText());
        return new Answer(
                Objects.requireNonNull(each.decidedOn()),
                Objects.requireNonNull(each.decision()),
                read.get(each.saidText()).body(),
                decided == null ? "" : decided.body());
    }
}

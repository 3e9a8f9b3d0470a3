package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** Reads opinions for the team. Who may read those of which contract is for the caller to ask first. */
@Singleton
public class OpinionReading {

    private final OpinionRepository opinions;
    private final Questionnaires questionnaires;
    private final Texts texts;
    private final Languages languages;

    OpinionReading(OpinionRepository opinions, Questionnaires questionnaires, Texts texts, Languages languages) {
        this.opinions = opinions;
        this.questionnaires = questionnaires;
        this.texts = texts;
        this.languages = languages;
    }

    /** Of the contracts where some wait. */
    public List<OpinionBacklog> backlog(Collection<Long> contractIds) {
        return contractIds.isEmpty() ? List.of() : opinions.findBacklog(contractIds);
    }

    /** By the id of the consultation, of those of a contract that received any. */
    public Map<Long, OpinionCount> countByConsultation(long contractId) {
        return opinions.countByConsultation(contractId).stream()
                .collect(Collectors.toMap(OpinionCount::consultationId, count -> count));
    }

    public long countWaiting(Collection<Long> contractIds) {
        return contractIds.isEmpty() ? 0 : opinions.countWaiting(contractIds);
    }

    /** In the order of these ids; those that are gone are left out. */
    public List<OpinionRead> findAll(List<Long> opinionIds) {
        Map<Long, OpinionRead> found = opinionIds.isEmpty()
                ? Map.of()
                : read(opinions.findByIds(opinionIds)).stream().collect(Collectors.toMap(OpinionRead::id, one -> one));
        return opinionIds.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .toList();
    }

    /** Those without words that count, latest first. */
    public List<OpinionRead> wordless(long consultationId, int count, int skip) {
        return read(opinions.findWordless(consultationId, count, skip));
    }

    public Optional<OpinionRead> find(long opinionId) {
        return opinions.findById(opinionId)
                .map(opinion -> read(List.of(opinion)).getFirst());
    }

    /** Empty when it is of another contract. */
    public Optional<OpinionRead> find(long contractId, long opinionId) {
        return find(opinionId).filter(opinion -> opinion.contractId() == contractId);
    }

    /** Those shown to everybody, latest first: published by a person, with their writers' leave. */
    public List<OpinionRead> shown(long consultationId, int count) {
        return read(opinions.findShown(consultationId, count));
    }

    /** Those of a contract that have words, of these months (yyyy-mm), latest month first. */
    public List<OpinionRead> shown(long contractId, String first, String last, int count, int skip) {
        return read(opinions.findShownIn(contractId, first, last, count, skip));
    }

    List<OpinionRead> read(List<Opinion> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, Questionnaire> asked = found.stream()
                .map(Opinion::consultationId)
                .distinct()
                .collect(Collectors.toMap(
                        id -> id, id -> questionnaires.find((long) id).orElseThrow()));
        TextsRead read = texts.read(Language.SOURCE, asked.values().stream().flatMap(Questionnaire::texts));
        Map<Long, List<Answer>> answers =
                opinions
                        .findAnswers(found.stream()
                                .map(opinion -> Objects.requireNonNull(opinion.id()))
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Answer::opinionId));
        return found.stream()
                .map(opinion -> read(
                        opinion,
                        Objects.requireNonNull(asked.get(opinion.consultationId())),
                        read,
                        answers.getOrDefault(Objects.requireNonNull(opinion.id()), List.of())))
                .toList();
    }

    private OpinionRead read(Opinion opinion, Questionnaire asked, TextsRead read, List<Answer> answers) {
        Language language = languages.find(opinion.language()).orElseGet(languages::source);
        return new OpinionRead(
                Objects.requireNonNull(opinion.id()),
                opinion.contractId(),
                opinion.consultationId(),
                asked.consultation().slug(),
                read.get(asked.consultation().titleText()).body(),
                language.code(),
                language.direction(),
                opinion.channel(),
                opinion.receivedAt(),
                opinion.state(),
                opinion.mayShow(),
                opinion.revision(),
                lines(asked, read, answers));
    }

    /** What was answered, question by question, in the words of the texts that were read. */
    static List<OpinionRead.Line> lines(Questionnaire asked, TextsRead read, List<Answer> answers) {
        return asked.questions().stream()
                .flatMap(question -> {
                    List<Answer> own = answers.stream()
                            .filter(answer -> answer.questionId() == question.id())
                            .toList();
                    return own.isEmpty() ? Stream.empty() : Stream.of(line(asked, question, read, own));
                })
                .toList();
    }

    private static OpinionRead.Line line(Questionnaire asked, Question question, TextsRead read, List<Answer> answers) {
        Translated title = read.get(question.titleText());
        Answer first = answers.getFirst();
        return switch (question.kind()) {
            case TEXT ->
                new OpinionRead.Line(
                        question.id(),
                        title,
                        Objects.requireNonNullElse(first.body(), ""),
                        first.isMasked(),
                        List.of(),
                        0);
            case SCALE ->
                new OpinionRead.Line(
                        question.id(), title, null, false, List.of(), Objects.requireNonNullElse(first.scale(), 0));
            case CHOICE, CHOICES ->
                new OpinionRead.Line(
                        question.id(),
                        title,
                        null,
                        false,
                        asked.optionsOf(question).stream()
                                .filter(option -> answers.stream().anyMatch(answer -> answer.choice() == option.id()))
                                .map(option -> read.get(option.labelText()))
                                .toList(),
                        0);
        };
    }
}

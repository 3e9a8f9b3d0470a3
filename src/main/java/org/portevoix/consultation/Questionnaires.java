package org.portevoix.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads consultations with their questions; kept half a second, since a forum's visitors all answer the same one. */
@Singleton
class Questionnaires {

    private final ConsultationRepository consultations;
    private final Cache<Long, Questionnaire> kept = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMillis(500))
            .build();
    private final Cache<String, Optional<Consultation>> bySlug = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMillis(500))
            .build();

    Questionnaires(ConsultationRepository consultations) {
        this.consultations = consultations;
    }

    /** Empty when no such consultation is published. */
    Optional<Questionnaire> find(long contractId, String slug) {
        return bySlug.get(contractId + "/" + slug, unused -> consultations.findPublished(contractId, slug))
                .map(this::of);
    }

    /** Empty when there is no such consultation, published or not. */
    Optional<Questionnaire> find(long id) {
        return consultations.findById(id).map(this::of);
    }

    /** These consultations with their questions, in their order. */
    List<Questionnaire> of(List<Consultation> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Long> ids = found.stream().map(Consultation::id).toList();
        Map<Long, List<Question>> questions =
                consultations.findQuestions(ids).stream().collect(Collectors.groupingBy(Question::consultationId));
        Map<Long, List<QuestionOption>> options =
                consultations.findOptions(ids).stream().collect(Collectors.groupingBy(QuestionOption::questionId));
        return found.stream()
                .map(one -> new Questionnaire(one, questions.getOrDefault(one.id(), List.of()), options))
                .toList();
    }

    private Questionnaire of(Consultation consultation) {
        return kept.get(consultation.id(), unused -> read(consultation));
    }

    private Questionnaire read(Consultation consultation) {
        List<Question> questions = consultations.findQuestions(consultation.id());
        return new Questionnaire(
                consultation,
                questions,
                consultations.findOptions(consultation.id()).stream()
                        .collect(Collectors.groupingBy(QuestionOption::questionId)));
    }
}

package org.portevoix.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.web.NotFound;

/** Reads consultations with their questions. */
@Singleton
class Questionnaires {

    private final ConsultationRepository consultations;
    private final Contracts contracts;
    private final Cache<List<String>, Asked> asked = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMillis(500))
            .build();

    Questionnaires(ConsultationRepository consultations, Contracts contracts) {
        this.consultations = consultations;
        this.contracts = contracts;
    }

    /** Empty when no such consultation is published. */
    Optional<Questionnaire> find(long contractId, String slug) {
        return consultations.findPublished(contractId, slug).map(this::read);
    }

    /** Empty when there is no such consultation, published or not. */
    Optional<Questionnaire> find(long id) {
        return consultations.findById(id).map(this::read);
    }

    /**
     * What a form that was sent answers; kept half a second, since a forum's visitors all answer the same. Not for a page:
     * it would keep much longer what is half a second old.
     */
    Asked asked(String lang, String contract, String slug) {
        return asked.get(List.of(lang, contract, slug), unused -> {
            Visit visit = contracts.visit(lang, contract);
            return new Asked(visit, find(visit.contractId(), slug).orElseThrow(NotFound::new));
        });
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

    private Questionnaire read(Consultation consultation) {
        return of(List.of(consultation)).getFirst();
    }

    /** A questionnaire, and where it was asked. */
    record Asked(Visit visit, Questionnaire questionnaire) {}
}

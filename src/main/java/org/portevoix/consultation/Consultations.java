package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What other features may know of consultations. */
@Singleton
public class Consultations {

    private final ConsultationRepository consultations;
    private final Texts texts;
    private final Clock clock;

    Consultations(ConsultationRepository consultations, Texts texts, Clock clock) {
        this.consultations = consultations;
        this.texts = texts;
        this.clock = clock;
    }

    /** Open ones first, soonest closing first; then those to come; then the closed, latest first. */
    public List<Listed> list(Visit visit) {
        LocalDate today = LocalDate.now(clock.withZone(visit.zone()));
        List<Consultation> found = consultations.findPublished(visit.contractId(), today);
        TextsRead read = texts.read(
                visit.lang(), found.stream().flatMap(one -> List.of(one.titleText(), one.summaryText()).stream()));
        return found.stream()
                .map(one -> new Listed(
                        one.id(),
                        one.slug(),
                        read.get(one.titleText()),
                        read.get(one.summaryText()),
                        one.opensOn(),
                        one.closesOn(),
                        one.answerBy(),
                        one.isOpenOn(today),
                        one.isClosedOn(today),
                        one.actionSheetId()))
                .toList();
    }

    /** Open ones, soonest closing first. */
    public List<Listed> open(Visit visit) {
        return list(visit).stream().filter(Listed::isOpen).toList();
    }

    /** Those of these contracts that are closed, in French, but for those with these ids; soonest promised first. */
    public List<Closed> closed(Collection<Contract> contracts, Set<Long> except) {
        if (contracts.isEmpty()) {
            return List.of();
        }
        Map<Long, LocalDate> today = contracts.stream()
                .collect(Collectors.toMap(Contract::id, one -> LocalDate.now(clock.withZone(one.zoneId()))));
        List<Consultation> found = consultations.findClosed(today.keySet(), Collections.max(today.values())).stream()
                .filter(one -> one.isClosedOn(Objects.requireNonNull(today.get(one.contractId()))))
                .filter(one -> !except.contains(one.id()))
                .toList();
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(Consultation::titleText));
        return found.stream()
                .map(one ->
                        new Closed(one.id(), one.contractId(), one.slug(), read.get(one.titleText()), one.answerBy()))
                .toList();
    }

    /** By id, published or not; empty when there is none. */
    public Optional<Known> find(long id) {
        return consultations
                .findById(id)
                .map(one -> new Known(one.id(), one.contractId(), one.slug(), one.actionSheetId()));
    }

    /** Those about an event, by id. */
    public Set<Long> ofEvent(long eventId) {
        return consultations.findIdsOfEvent(eventId);
    }

    /** In this language, or in French. */
    public String title(long id, String language) {
        long text = consultations.findById(id).orElseThrow().titleText();
        return texts.read(language, text).get(text).body();
    }

    /** The tag under which the list of a contract's consultations stands. */
    public static String listTag(long contractId) {
        return Consultation.listTag(contractId);
    }

    /** The tag under which a page that shows this consultation stands. */
    public static String tag(long id) {
        return Consultation.tag(id);
    }

    /** A consultation as lists show it. */
    public record Listed(
            long id,
            String slug,
            Translated title,
            Translated summary,
            LocalDate opensOn,
            LocalDate closesOn,
            LocalDate answerBy,
            boolean isOpen,
            boolean isClosed,
            @Nullable Long actionSheetId) {}

    /** A consultation whose answer is awaited. */
    public record Closed(long id, long contractId, String slug, Translated title, LocalDate answerBy) {}

    /** What a reply has to know of the consultation that it answers. */
    public record Known(
            long id, long contractId, String slug, @Nullable Long actionSheetId) {}
}

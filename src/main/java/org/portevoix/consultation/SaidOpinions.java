package org.portevoix.consultation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portevoix.contract.Contracts;
import org.portevoix.receipt.Said;

/** Opinions with words, public or not: for the team alone to choose what a follow-up answers. */
@Singleton
public class SaidOpinions implements Said {

    private static final String UNKNOWN = "inconnu";

    private final OpinionRepository opinions;
    private final OpinionReading reading;
    private final ConsultationRepository consultations;
    private final Contracts contracts;

    SaidOpinions(
            OpinionRepository opinions,
            OpinionReading reading,
            ConsultationRepository consultations,
            Contracts contracts) {
        this.opinions = opinions;
        this.reading = reading;
        this.consultations = consultations;
        this.contracts = contracts;
    }

    @Override
    public Kind kind() {
        return Kind.OPINION;
    }

    @Override
    public List<Item> latest(long contractId, int count) {
        return items(contractId, opinions.findSaid(contractId, count));
    }

    @Override
    public Optional<Item> find(long contractId, long id) {
        return items(
                        contractId,
                        opinions.findById(id).filter(one -> one.contractId() == contractId && one.isCounted()).stream()
                                .toList())
                .stream()
                .findFirst();
    }

    @Override
    public List<Item> findAll(long contractId, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : items(
                        contractId,
                        opinions.findByIds(ids).stream()
                                .filter(one -> one.contractId() == contractId && one.isCounted())
                                .toList());
    }

    @Override
    public Set<Long> counting(long contractId, Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : opinions.findHomes(contractId, ids).stream()
                        .map(OpinionHome::id)
                        .collect(Collectors.toSet());
    }

    @Override
    public Map<Long, String> homes(long contractId, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : opinions.findHomes(contractId, ids).stream()
                        .filter(one -> !one.home().equals(UNKNOWN))
                        .collect(Collectors.toMap(OpinionHome::id, OpinionHome::home));
    }

    /** All that count of a consultation, with words or without: an answer to it is an answer to each of them. */
    public List<Long> ofConsultation(long consultationId) {
        return opinions.findCounted(consultationId);
    }

    private List<Item> items(long contractId, List<Opinion> found) {
        ZoneId zone = contracts.find(contractId).orElseThrow().zoneId();
        return reading.read(found).stream()
                .map(one -> new Item(
                        one.id(),
                        one.words().stream()
                                .flatMap(line -> line.answers().stream())
                                .collect(Collectors.joining("\n")),
                        one.language(),
                        one.consultationTitle(),
                        LocalDate.ofInstant(one.receivedAt(), zone),
                        consultations
                                .findById(one.consultationId())
                                .map(Consultation::answerBy)
                                .orElse(null)))
                .toList();
    }
}

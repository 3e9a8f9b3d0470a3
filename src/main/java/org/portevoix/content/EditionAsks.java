package org.portevoix.content;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.contract.Contract;
import org.portevoix.event.EditionRemarks;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was said of the edition before an event: with one tap, something that the programme has to answer. */
@Singleton
class EditionAsks {

    /** What the button sends as {@code more}, before the remark's number. */
    static final String ASKED = "demande:";

    private static final int MOST = 60;

    private final List<EditionRemarks> remarks;
    private final ContractItems items;

    EditionAsks(List<EditionRemarks> remarks, ContractItems items) {
        this.remarks = remarks;
        this.items = items;
    }

    /** In a steady order, without those that are asked already. */
    List<Remark> of(Contract contract, Kind kind, ObjectNode item) {
        String previous = item.path("previous").asString("");
        if (kind != Kind.EVENT || previous.isEmpty()) {
            return List.of();
        }
        List<String> asked = item.path("asked")
                .valueStream()
                .map(line -> Place.french(line.path("said")))
                .toList();
        return items.find(contract.id(), Kind.EVENT.list(), previous).stream()
                .flatMap(before -> said(contract, before).stream())
                .filter(remark -> !asked.contains(remark.words()))
                .toList();
    }

    private List<Remark> said(Contract contract, ContractItem before) {
        List<String> all = remarks.stream()
                .sorted((one, other) ->
                        one.getClass().getName().compareTo(other.getClass().getName()))
                .flatMap(one -> one.of(contract.id(), before.id(), before.slug()).stream())
                .map(words -> words.replaceAll("\\s+", " ").strip())
                .distinct()
                .limit(MOST)
                .toList();
        return java.util.stream.IntStream.range(0, all.size())
                .mapToObj(number -> new Remark(ASKED + number, all.get(number)))
                .toList();
    }

    /** Adds the one that was asked for to an event told in French; nothing where none was. */
    void add(Contract contract, Kind kind, ObjectNode typed, String more) {
        if (more.startsWith(ASKED)) {
            of(contract, kind, typed).stream()
                    .filter(remark -> remark.asked().equals(more))
                    .findFirst()
                    .ifPresent(remark -> {
                        ArrayNode lines =
                                typed.path("asked") instanceof ArrayNode there ? there : typed.putArray("asked");
                        lines.addObject().putObject("said").put("fr", remark.words());
                    });
        }
    }

    /** @param asked what its button sends */
    record Remark(String asked, String words) {}
}

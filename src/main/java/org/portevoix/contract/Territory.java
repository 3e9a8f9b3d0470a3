package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** What a contract is made of: its neighbourhoods, axes, themes and partners, with their names in a reader's language. */
@Singleton
public class Territory {

    private final NeighbourhoodRepository neighbourhoods;
    private final AxisRepository axes;
    private final ThemeRepository themes;
    private final PartnerRepository partners;
    private final Texts texts;

    Territory(
            NeighbourhoodRepository neighbourhoods,
            AxisRepository axes,
            ThemeRepository themes,
            PartnerRepository partners,
            Texts texts) {
        this.neighbourhoods = neighbourhoods;
        this.axes = axes;
        this.themes = themes;
        this.partners = partners;
        this.texts = texts;
    }

    /** In the contract's own order. */
    public List<Named<Neighbourhood>> neighbourhoods(long contractId, String lang) {
        return named(
                lang,
                neighbourhoods.findByContractIdOrderByPosition(contractId),
                Neighbourhood::nameText,
                n -> n.slug());
    }

    /** The slugs of the neighbourhoods at least half of whose people live in a priority area: for the committee, never for residents. */
    public List<String> inPriorityAreas(long contractId) {
        return neighbourhoods.findInPriorityAreas(contractId);
    }

    /** The INSEE code of the town; empty where the territory is no single town. */
    public Optional<String> insee(long contractId) {
        return neighbourhoods.findInsee(contractId);
    }

    public List<Named<Axis>> axes(long contractId, String lang) {
        return named(lang, axes.findByContractIdOrderByPosition(contractId), Axis::titleText, Axis::slug);
    }

    public List<Named<Theme>> themes(long contractId, String lang) {
        return named(lang, themes.findByContractIdOrderByPosition(contractId), Theme::titleText, Theme::slug);
    }

    /** By name. */
    public List<Partner> partners(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : partners.findByIdInOrderByName(ids);
    }

    /** All of a contract, by name. */
    public List<Partner> partnersOf(long contractId) {
        return partners.findByContractIdOrderByName(contractId);
    }

    private <T> List<Named<T>> named(String lang, List<T> rows, ToLongFunction<T> text, Function<T, String> slug) {
        TextsRead read = texts.read(lang, rows.stream().map(text::applyAsLong));
        return rows.stream()
                .map(row -> new Named<>(row, slug.apply(row), read.get(text.applyAsLong(row))))
                .toList();
    }

    /** Something with its name in the reader's language. */
    public record Named<T>(T row, String slug, Translated name) {}
}

package org.portevoix.report;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.SheetAims;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Territory;
import org.portevoix.council.Councils;
import org.portevoix.language.Language;
import org.portevoix.participation.Subject;
import org.portevoix.web.PageChanges;
import org.portevoix.web.Remembered;

/** What the report has to know of a contract besides its figures: names, populations, needs. */
@Singleton
class Town {
    private static final int MOST_CONTRACTS = 100;

    private final Subject subject;
    private final Territory territory;
    private final DepartmentPopulation departments;
    private final Councils councils;
    private final SheetAims aims;
    private final Remembered<Long, Known> known;

    Town(
            Subject subject,
            Territory territory,
            DepartmentPopulation departments,
            Councils councils,
            SheetAims aims,
            PageChanges changes) {
        this.subject = subject;
        this.territory = territory;
        this.departments = departments;
        this.councils = councils;
        this.aims = aims;
        this.known = changes.remember(MOST_CONTRACTS);
    }

    /**
     * @param axes titles by slug; {@code sheets} in the contract's order, {@code titles} by slug
     * @param population of the town, null where a neighbourhood's isn't known
     * @param structure of its department
     * @param councils their names, by their ids
     * @param spoken in how many sheets each language is spoken on the spot
     */
    record Known(
            Map<String, String> axes,
            List<Subject.Sheet> sheets,
            Map<String, String> titles,
            List<Place> places,
            @Nullable Integer population,
            Optional<DepartmentPopulation.Structure> structure,
            Map<Long, String> councils,
            Map<String, Long> spoken) {

        Map<String, Integer> populations() {
            Map<String, Integer> known = new HashMap<>();
            for (Place place : places) {
                Integer people = place.population();
                if (people != null && people > 0) {
                    known.put(place.slug(), people);
                }
            }
            return known;
        }
    }

    record Place(
            String slug,
            String name,
            @Nullable Integer population,
            @Nullable Double need) {}

    Known of(long contractId) {
        return known.get(contractId, subject.tags(contractId), () -> read(contractId));
    }

    private Known read(long contractId) {
        Map<String, String> axes = new LinkedHashMap<>();
        subject.axes(contractId, Language.SOURCE)
                .forEach(axis -> axes.put(axis.slug(), axis.title().text()));
        List<Subject.Sheet> sheets = subject.actionSheets(contractId);
        Map<String, String> titles = new HashMap<>();
        subject.plates(contractId, sheets.stream().map(Subject.Sheet::slug).toList(), Language.SOURCE)
                .forEach((slug, plate) -> titles.put(slug, plate.title().text()));
        List<Place> places = territory.neighbourhoods(contractId, Language.SOURCE).stream()
                .map(each -> place(each.row(), each.name().body()))
                .toList();
        boolean allKnown = !places.isEmpty() && places.stream().allMatch(place -> place.population() != null);
        return new Known(
                axes,
                sheets,
                titles,
                places,
                allKnown
                        ? places.stream()
                                .map(Place::population)
                                .filter(Objects::nonNull)
                                .mapToInt(Integer::intValue)
                                .sum()
                        : null,
                territory.insee(contractId).flatMap(departments::ofTown),
                councils.names(contractId),
                aims.languages(contractId));
    }

    private static Place place(Neighbourhood row, String name) {
        return new Place(
                row.slug(),
                name,
                row.population(),
                row.need() == null ? null : row.need().doubleValue());
    }
}

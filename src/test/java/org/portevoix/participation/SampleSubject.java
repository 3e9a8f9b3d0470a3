package org.portevoix.participation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A contract with as many axes, actions and neighbourhoods as a test asks for. */
record SampleSubject(List<Axis> axes, List<Sheet> sheets, List<Neighbourhood> neighbourhoods) implements Subject {
    static final long CONTRACT = 7;

    static SampleSubject of(int axisCount, int actionsOfEach, int neighbourhoodCount) {
        List<Axis> axes = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        List<Neighbourhood> neighbourhoods = new ArrayList<>();
        for (int axis = 1; axis <= axisCount; axis++) {
            axes.add(new Axis("axe-" + axis, new Title("Axe " + axis, "fr")));
            for (int each = 1; each <= actionsOfEach; each++) {
                sheets.add(sheet(axis * 100 + each, "action-" + axis + "-" + each, "axe-" + axis, null, null));
            }
        }
        for (int each = 1; each <= neighbourhoodCount; each++) {
            Integer population = each == 1 ? null : each * 1000;
            neighbourhoods.add(new Neighbourhood("quartier-" + each, new Title("Quartier " + each, "fr"), population));
        }
        return new SampleSubject(axes, sheets, neighbourhoods);
    }

    static Sheet sheet(
            long id, String slug, String axis, @Nullable ParticipationLevel aimedAt, @Nullable Integer planned) {
        return new Sheet(id, slug, axis, false, aimedAt, planned);
    }

    SampleSubject with(Sheet sheet) {
        List<Sheet> all = new ArrayList<>(sheets);
        all.removeIf(each -> each.id() == sheet.id());
        all.add(sheet);
        return new SampleSubject(axes, all, neighbourhoods);
    }

    @Override
    public OptionalLong contract(String slug) {
        return slug.equals("bobigny") ? OptionalLong.of(CONTRACT) : OptionalLong.empty();
    }

    @Override
    public ZoneId zone(long contractId) {
        return ZoneId.of("Europe/Paris");
    }

    @Override
    public List<Sheet> actionSheets(long contractId) {
        return sheets;
    }

    @Override
    public Map<Long, LocalDate> firstAnswerDays(long contractId) {
        return Map.of();
    }

    @Override
    public Set<String> tags(long contractId) {
        return Set.of("contract/" + contractId);
    }

    @Override
    public Map<String, Plate> plates(long contractId, Collection<String> slugs, String language) {
        return slugs.stream().collect(Collectors.toMap(slug -> slug, slug -> new Plate(new Title(slug, "fr"), null)));
    }

    @Override
    public List<Axis> axes(long contractId, String language) {
        return axes;
    }

    @Override
    public List<Neighbourhood> neighbourhoods(long contractId, String language) {
        return neighbourhoods;
    }

    @Override
    public List<String> inPriorityAreas(long contractId) {
        return neighbourhoods.stream()
                .limit(neighbourhoods.size() / 2)
                .map(Neighbourhood::slug)
                .toList();
    }
}

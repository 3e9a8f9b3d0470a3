package org.portevoix.importing;

import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.TextStore;

/** Judges what a schema cannot: names that meet, days that exist and follow each other, texts. Bears any file. */
final class ContractMeaning {
    private static final List<String> LISTS = List.of(
            "neighbourhoods",
            "axes",
            "themes",
            "partners",
            "terms",
            "actions",
            "events",
            "consultations",
            "missions",
            "followups",
            "effects",
            "bodies",
            "councils");
    // Other pages live at these addresses, or other figures under these names.
    private static final Set<String> RESERVED_CONTRACTS =
            Set.of("accessibilite", "charte", "donnees-personnelles", "mentions-legales", "plan-du-site", "suivi");
    private static final Set<String> RESERVED_NEIGHBOURHOODS = Set.of("autre-ville", "inconnu");
    // Spoken in France's neighbourhoods or learnt there, and missing from ICU's list: creoles, Dari, French sign
    // language.
    private static final Set<String> LANGUAGES = Stream.concat(
                    Arrays.stream(ULocale.getISOLanguages()), Stream.of("gcf", "gcr", "rcf", "lou", "prs", "fsl"))
            .collect(Collectors.toUnmodifiableSet());
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final ContractFile file;
    private final LocalDate firstImportedOn;
    private final List<Fault> faults;

    private ContractMeaning(ContractFile file, LocalDate firstImportedOn, List<Fault> faults) {
        this.file = file;
        this.firstImportedOn = firstImportedOn;
        this.faults = faults;
    }

    static List<Fault> faults(ContractFile file, LocalDate firstImportedOn) {
        List<Fault> faults = new ArrayList<>();
        new ContractMeaning(file, firstImportedOn, faults).judge();
        return faults;
    }

    private void judge() {
        contract(file.section("contract"));
        names();
        references();
        ZoneId zone = zone(file.section("contract.territory.zone"));
        items("events").forEach(event -> sessions(event, zone));
        OutlineMeaning.judge(items("neighbourhoods"), faults);
        items("missions").forEach(mission -> slots(mission, zone));
        for (Section consultation : items("consultations")) {
            consultationDays(consultation);
            QuestionsMeaning.judge(consultation, faults);
        }
        for (Section followup : items("followups")) {
            day(followup.at("decided_on"));
            day(followup.at("next_on"));
            day(followup.at("done_on"));
            if (followup.at("next").isGiven() != followup.at("next_on").isGiven()) {
                faults.add(followup.at("next").fault("fault.followup.next"));
            }
        }
        items("bodies").forEach(this::body);
        twice(items("approval"), "step", faults);
        items("approval").forEach(step -> day(step.at("on")));
        for (Section action : items("actions")) {
            action.at("history").items().forEach(line -> day(line.at("on")));
            inOrder(action, "fault.order.action");
            measures(action.at("measures"));
        }
        languagesAndTexts(file.top(), "");
    }

    private void contract(Section contract) {
        Section slug = contract.at("slug");
        if (slug.string() instanceof String name && RESERVED_CONTRACTS.contains(name)) {
            faults.add(slug.fault("fault.reserved", name));
        }
        Section languages = contract.at("languages");
        if (!languages.words().isEmpty() && !languages.words().contains("fr")) {
            faults.add(languages.fault("fault.languages.french"));
        }
        LocalDate starts = day(contract.at("starts"));
        LocalDate ends = day(contract.at("ends"));
        if (starts != null && ends != null && ends.isBefore(starts)) {
            faults.add(contract.at("ends").fault("fault.order.contract"));
        }
        contract.at("phases").items().forEach(phase -> inOrder(phase, "fault.order.phase"));
        contract.at("documents").items().forEach(document -> day(document.at("on")));
        day(contract.at("diagnosis.on"));
    }

    private void inOrder(Section place, String fault) {
        LocalDate starts = day(place.at("starts"));
        LocalDate ends = day(place.at("ends"));
        if (starts != null && ends != null && ends.isBefore(starts)) {
            faults.add(place.at("ends").fault(fault));
        }
    }

    private void measures(Section measures) {
        twice(measures.items(), "key", faults);
        for (Section measure : measures.items()) {
            Set<LocalDate> days = new HashSet<>();
            for (Section reading : measure.at("values").items()) {
                LocalDate on = day(reading.at("on"));
                if (on != null && !days.add(on)) {
                    faults.add(reading.at("on").fault("fault.reading.twice", on));
                }
            }
        }
    }

    private ZoneId zone(Section zone) {
        if (zone.string() instanceof String name) {
            if (ZoneId.getAvailableZoneIds().contains(name)) {
                return ZoneId.of(name);
            }
            faults.add(zone.fault("fault.zone", name));
        }
        return ZoneId.of("Europe/Paris");
    }

    private void names() {
        LISTS.forEach(list -> twice(items(list), "slug", faults));
        twice(items("priority_areas"), "code", faults);
        for (Section area : items("priority_areas")) {
            twice(area.at("over").items(), "neighbourhood", faults);
        }
        for (Section neighbourhood : items("neighbourhoods")) {
            if (neighbourhood.at("slug").string() instanceof String slug && RESERVED_NEIGHBOURHOODS.contains(slug)) {
                faults.add(neighbourhood.at("slug").fault("fault.reserved", slug));
            }
        }
    }

    static void twice(List<Section> items, String naming, List<Fault> faults) {
        Set<String> seen = new HashSet<>();
        for (Section item : items) {
            if (item.at(naming).string() instanceof String name && !seen.add(name)) {
                faults.add(item.at(naming).fault("fault.twice", name));
            }
        }
    }

    private void references() {
        Set<String> axes = slugs("axes");
        Map<String, String> axesOfThemes = axesOfThemes();
        Set<String> partners = slugs("partners");
        Set<String> neighbourhoods = slugs("neighbourhoods");
        Set<String> actions = slugs("actions");
        Set<String> events = slugs("events");
        items("themes").forEach(theme -> known(theme.at("axis"), "axis", axes));
        for (Section area : items("priority_areas")) {
            area.at("over").items().forEach(over -> known(over.at("neighbourhood"), "neighbourhood", neighbourhoods));
        }
        for (Section action : items("actions")) {
            known(action.at("axis"), "axis", axes);
            theme(action.at("theme"), action.at("axis").string(), axesOfThemes);
            known(action.at("lead"), "partner", partners);
            action.at("partners").items().forEach(partner -> known(partner, "partner", partners));
            action.at("neighbourhoods").items().forEach(place -> known(place, "neighbourhood", neighbourhoods));
            action.at("approach.where").items().forEach(place -> known(place, "neighbourhood", neighbourhoods));
        }
        for (Section event : items("events")) {
            known(event.at("action"), "action", actions);
            known(event.at("neighbourhood"), "neighbourhood", neighbourhoods);
            Section previous = event.at("previous");
            boolean isItself = previous.isGiven()
                    && String.valueOf(previous.string()).equals(event.at("slug").string());
            known(previous, "event", isItself ? Set.of() : events);
        }
        for (Section consultation : items("consultations")) {
            known(consultation.at("action"), "action", actions);
            known(consultation.at("event"), "event", events);
        }
        items("missions").forEach(mission -> known(mission.at("action"), "action", actions));
        for (Section followup : items("followups")) {
            known(followup.at("action"), "action", actions);
            known(followup.at("done_action"), "action", actions);
            known(followup.at("done_event"), "event", events);
        }
        Set<String> followups = slugs("followups");
        for (Section effect : items("effects")) {
            day(effect.at("on"));
            known(effect.at("action"), "action", actions);
            known(effect.at("followup"), "followup", followups);
            if (!effect.at("action").isGiven() && !effect.at("followup").isGiven()) {
                faults.add(effect.at("action").fault("fault.effect.of"));
            }
        }
        items("bodies").forEach(body -> known(body.at("action"), "action", actions));
        for (Section council : items("councils")) {
            council.at("neighbourhoods").items().forEach(place -> known(place, "neighbourhood", neighbourhoods));
        }
    }

    private void theme(Section theme, @Nullable String axis, Map<String, String> axesOfThemes) {
        known(theme, "theme", axesOfThemes.keySet());
        String named = theme.string();
        String itsAxis = named == null ? null : axesOfThemes.get(named);
        if (named != null && itsAxis != null && !itsAxis.isEmpty() && axis != null && !itsAxis.equals(axis)) {
            faults.add(theme.fault("fault.theme.axis", named, itsAxis, axis));
        }
    }

    /** The axis of each theme; empty where the file does not say it. */
    private Map<String, String> axesOfThemes() {
        Map<String, String> axes = new HashMap<>();
        for (Section theme : items("themes")) {
            if (theme.at("slug").string() instanceof String slug) {
                axes.putIfAbsent(
                        slug, Objects.requireNonNullElse(theme.at("axis").string(), ""));
            }
        }
        return axes;
    }

    private void known(Section reference, String kind, Set<String> names) {
        if (reference.string() instanceof String name && !names.contains(name)) {
            faults.add(reference.fault("fault.unknown." + kind, name));
        }
    }

    private void sessions(Section event, ZoneId zone) {
        Set<LocalDate> days = new HashSet<>();
        for (Section session : event.at("sessions").items()) {
            LocalDate day = day(session.at("day"));
            if (day == null) {
                continue;
            }
            if (!days.add(day)) {
                faults.add(session.at("day").fault("fault.session.twice", day));
            }
            hours(session, day, zone);
        }
        Set<String> parts = new HashSet<>();
        for (Section part : event.at("programme").items()) {
            hours(part, FIRST_DAY, zone);
            parts.add(String.valueOf(part.at("title.fr").string()));
        }
        for (Section ask : event.at("asked").items()) {
            known(ask.at("part"), "part", parts);
        }
        LocalDate starts = day(event.at("repeat.starts"));
        if (starts != null) {
            hours(event.at("repeat"), starts, zone);
        }
        event.at("repeat.except").items().forEach(this::day);
    }

    private void slots(Section mission, ZoneId zone) {
        Set<LocalDateTime> starts = new HashSet<>();
        for (Section slot : mission.at("slots").items()) {
            LocalDate day = day(slot.at("day"));
            LocalTime from = time(slot.at("from"));
            if (day != null && from != null && !starts.add(day.atTime(from))) {
                faults.add(slot.at("from").fault("fault.slot.twice", day, from));
            }
            if (day != null) {
                hours(slot, day, zone);
            }
        }
    }

    private void hours(Section session, LocalDate day, ZoneId zone) {
        LocalTime from = time(session.at("from"));
        LocalTime until = time(session.at("until"));
        // Compared as instants: on the night when clocks change, 2:50 can come after 3:10.
        if (from != null
                && until != null
                && !day.atTime(from)
                        .atZone(zone)
                        .toInstant()
                        .isBefore(day.atTime(until).atZone(zone).toInstant())) {
            faults.add(session.at("until").fault("fault.order.hours", from, until));
        }
    }

    private void consultationDays(Section consultation) {
        LocalDate opens = day(consultation.at("opens"));
        LocalDate closes = day(consultation.at("closes"));
        LocalDate answerBy = day(consultation.at("promise.answer_by"));
        if (opens != null && closes != null && closes.isBefore(opens)) {
            faults.add(consultation.at("closes").fault("fault.order.consultation", opens, closes));
        }
        if (opens != null && answerBy != null && answerBy.isBefore(opens)) {
            faults.add(consultation.at("promise.answer_by").fault("fault.order.answer", opens, answerBy));
        }
    }

    private void body(Section body) {
        twice(body.at("seats").items(), "key", faults);
        Set<LocalDate> days = new HashSet<>();
        for (Section meeting : body.at("meetings").items()) {
            LocalDate day = day(meeting.at("day"));
            if (day != null && !days.add(day)) {
                faults.add(meeting.at("day").fault("fault.meeting.twice", day));
            }
        }
    }

    private @Nullable LocalDate day(Section day) {
        String written = day.string();
        // What does not even look like a day is the schema's to say.
        if (written == null || !written.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}|W[+-][0-9]{1,3} [a-z]+")) {
            return null;
        }
        LocalDate found = ContractDay.of(written, firstImportedOn);
        if (found == null) {
            if (!written.startsWith("W")) {
                faults.add(day.fault("fault.day", written));
            }
        } else if (found.isBefore(FIRST_DAY) || found.isAfter(LAST_DAY)) {
            faults.add(day.fault("fault.year"));
            return null;
        }
        return found;
    }

    private static @Nullable LocalTime time(Section time) {
        try {
            return time.string() instanceof String written ? LocalTime.parse(written) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Walks the whole file: a list called languages holds codes, and an object of bodies by language is a text. */
    private void languagesAndTexts(Section place, String name) {
        if (name.equals("languages")) {
            place.items().forEach(this::language);
        }
        List<Section> fields = place.fields();
        if (!fields.isEmpty()
                && fields.stream().allMatch(field -> field.name().matches("[a-z]{2,3}"))
                && place.at("fr").isGiven()) {
            text(place, fields);
        } else {
            fields.forEach(field -> languagesAndTexts(field, field.name()));
        }
        place.items().forEach(item -> languagesAndTexts(item, ""));
    }

    private void language(Section language) {
        if (language.string() instanceof String code && code.matches("[a-z]{2,3}") && !LANGUAGES.contains(code)) {
            faults.add(language.fault("fault.language", code));
        }
    }

    private void text(Section text, List<Section> bodies) {
        int french = text.at("fr").string() instanceof String body
                ? TextStore.paragraphs(body).size()
                : 0;
        for (Section body : bodies) {
            if (!LANGUAGES.contains(body.name())) {
                faults.add(body.fault("fault.language", body.name()));
            }
            if (body.string() instanceof String words) {
                int paragraphs = TextStore.paragraphs(words).size();
                if (paragraphs == 0) {
                    faults.add(body.fault("fault.blank"));
                } else if (french > 0 && paragraphs != french) {
                    faults.add(body.fault("fault.paragraphs", paragraphs, french));
                }
                if (RawHtml.isIn(words)) {
                    faults.add(body.fault("fault.html"));
                }
            }
        }
    }

    private List<Section> items(String list) {
        return file.section(list).items();
    }

    private Set<String> slugs(String list) {
        Set<String> slugs = new HashSet<>();
        for (Section item : items(list)) {
            if (item.at("slug").string() instanceof String slug) {
                slugs.add(slug);
            }
        }
        return slugs;
    }
}

package org.portevoix.sense;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;

/** The pages of groups. */
@Singleton
class GroupPages {

    /** Of a suggested group, enough to see what it is; and what one page shows of a group. */
    private static final int MOST_SHOWN = 8;

    private static final int MOST_MEMBERS = 300;

    /** As many as an address can name. */
    private static final int MOST_LINKED = 100;

    private final Groups groups;
    private final OpinionReading reading;
    private final OpinionTranslations translations;
    private final DeskPages pages;

    GroupPages(Groups groups, OpinionReading reading, OpinionTranslations translations, DeskPages pages) {
        this.groups = groups;
        this.reading = reading;
        this.translations = translations;
        this.pages = pages;
    }

    /** @param name typed */
    HttpResponse<?> list(Desk desk, Contract contract, HttpStatus status, String name, Map<String, String> errors) {
        List<Suggested> suggested = groups.suggested(contract.id()).stream()
                .map(one -> new Suggested(
                        one.ids(),
                        one.ids().size(),
                        one.shared(),
                        said(one.ids().stream().limit(MOST_SHOWN).toList())))
                .toList();
        return pages.show(
                desk,
                contract,
                status,
                "sense/list",
                "sense.desk.groups.title",
                "groups",
                new ListPage(contract.slug(), groups.find(contract.id()), suggested, Groups.COMPARED, name, errors));
    }

    /** @param name typed; null where it is as it was */
    HttpResponse<?> show(
            Desk desk,
            Contract contract,
            GroupRows.Group group,
            HttpStatus status,
            @Nullable String name,
            Map<String, String> errors,
            boolean isDone) {
        List<Long> members = groups.members(group.id());
        List<Said> said = said(members.stream().limit(MOST_MEMBERS).toList());
        return pages.show(
                desk,
                contract,
                status,
                "sense/show",
                "sense.desk.groups.title",
                "groups",
                new ShowPage(
                        contract.slug(),
                        group.id(),
                        group.name(),
                        Objects.requireNonNullElse(name, group.name()),
                        members.size(),
                        said,
                        counted(said, Said::lang),
                        counted(said, Said::channel),
                        said(groups.like(contract.id(), members)),
                        groups.find(contract.id()).stream()
                                .filter(one -> one.id() != group.id())
                                .toList(),
                        desk.may(Permission.ANSWER, contract) ? followup(contract, members) : "",
                        errors,
                        isDone));
    }

    private List<Said> said(List<Long> ids) {
        Map<Long, List<OpinionTranslations.Line>> french = translations.of(ids);
        return reading.findAll(ids).stream()
                .map(one -> said(one, french.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Said said(OpinionRead opinion, List<OpinionTranslations.Line> french) {
        return new Said(
                opinion.id(),
                opinion.language(),
                opinion.channel().name(),
                opinion.consultationTitle(),
                opinion.words().stream()
                        .flatMap(line -> line.answers().stream())
                        .toList(),
                french);
    }

    private static Map<String, Long> counted(Collection<Said> said, Function<Said, String> by) {
        return said.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.counting()));
    }

    private static String followup(Contract contract, List<Long> members) {
        return members.isEmpty()
                ? ""
                : "/equipe/" + contract.slug() + "/suites/nouvelle?"
                        + members.stream()
                                .limit(MOST_LINKED)
                                .map(id -> "avis=" + id)
                                .collect(Collectors.joining("&"));
    }

    /** An opinion, in a list. @param french its words in French, where it has them */
    record Said(
            long id,
            String lang,
            String channel,
            String consultation,
            List<String> words,
            List<OpinionTranslations.Line> french) {}

    /** @param said some of them @param shared words, in common */
    record Suggested(List<Long> ids, int count, List<String> shared, List<Said> said) {}

    /** @param name typed */
    record ListPage(
            String contract,
            List<GroupRows.Group> groups,
            List<Suggested> suggested,
            int compared,
            String name,
            Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    /**
     * One group.
     *
     * @param typed its name, as typed
     * @param count of its opinions, also those that are not shown
     * @param languages codes, and how many are in each
     * @param like opinions that may say the same
     * @param followup address of a new follow-up to these; "" where there is none
     */
    record ShowPage(
            String contract,
            long id,
            String name,
            String typed,
            int count,
            List<Said> said,
            Map<String, Long> languages,
            Map<String, Long> channels,
            List<Said> like,
            List<GroupRows.Group> others,
            String followup,
            Map<String, String> errors,
            boolean isDone) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        String address() {
            return "/equipe/" + contract + "/regroupements/" + id;
        }
    }
}

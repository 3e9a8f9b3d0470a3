package org.portevoix.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.web.Drawing;

/** Pages of the desk: in French, for one person, kept nowhere. */
@Singleton
public class DeskPages {

    private final Drawing drawing;
    private final Messages messages;
    private final List<DeskMenu.Entry> menu;

    DeskPages(Drawing drawing, Messages messages, List<DeskMenu> menus) {
        this.drawing = drawing;
        this.messages = messages;
        this.menu = menus.stream()
                .flatMap(part -> part.entries().stream())
                .sorted(Comparator.comparingInt(DeskMenu.Entry::order).thenComparing(DeskMenu.Entry::section))
                .toList();
    }

    /** A page of the whole desk. */
    public HttpResponse<String> show(Desk desk, HttpStatus status, String template, String titleKey, Object content) {
        return draw(status, template, Frame.of(messages.say(Language.SOURCE, titleKey), desk, null), content);
    }

    /**
     * A page of one contract.
     *
     * @param section of the menu that it belongs to, or ""
     * @param content a record that the template reads as {@code page}; {@code csrf} is the hidden field of its forms
     */
    public HttpResponse<String> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            String template,
            String titleKey,
            String section,
            Object content) {
        return draw(
                status,
                template,
                Frame.of(messages.say(Language.SOURCE, titleKey), desk, menu(desk, contract, section)),
                content);
    }

    /** What somebody may go to in a contract, as the menu and the desk's home show it. */
    public Menu menu(Desk desk, Contract contract, String section) {
        Map<Integer, List<DeskMenu.Entry>> groups = menu.stream()
                .filter(entry -> desk.may(entry.permission(), contract))
                .collect(Collectors.groupingBy(DeskMenu.Entry::group, TreeMap::new, Collectors.toList()));
        return new Menu(
                contract.slug(),
                contract.territoryName(),
                groups.entrySet().stream()
                        .map(group -> new Group(
                                messages.say(Language.SOURCE, "account.desk.menu." + group.getKey()),
                                group.getValue().stream()
                                        .map(entry -> link(contract, entry, section))
                                        .toList()))
                        .toList());
    }

    private Link link(Contract contract, DeskMenu.Entry entry, String section) {
        return new Link(
                "/equipe/" + contract.slug() + entry.path(),
                messages.say(Language.SOURCE, entry.titleKey()),
                entry.section().equals(section));
    }

    /** A page for somebody who is not signed in. */
    HttpResponse<String> show(HttpStatus status, String template, String titleKey, Object content) {
        return draw(status, template, new Frame(messages.say(Language.SOURCE, titleKey), "", "", null), content);
    }

    private HttpResponse<String> draw(HttpStatus status, String template, Frame frame, Object content) {
        return HttpResponse.<String>status(status)
                .contentType("text/html;charset=utf-8")
                .body(drawing.draw(
                        template,
                        Map.of(
                                "frame",
                                frame,
                                "page",
                                content,
                                "csrf",
                                frame.csrf(),
                                Drawing.LANGUAGE,
                                Language.SOURCE,
                                "pageLanguage",
                                Language.SOURCE)));
    }

    /**
     * What stands around a page of the desk.
     *
     * @param name of the one who is signed in, or ""
     * @param menu null on pages of the whole desk
     */
    record Frame(
            String title,
            String name,
            String csrf,
            @Nullable Menu menu) {

        static Frame of(String title, Desk desk, @Nullable Menu menu) {
            return new Frame(title, desk.name(), desk.csrf(), menu);
        }

        boolean isSignedIn() {
            return !csrf.isEmpty();
        }
    }

    /** Where somebody may go in a contract. */
    public record Menu(String slug, String territory, List<Group> groups) {}

    /** Places that belong together, under one title. */
    public record Group(String title, List<Link> links) {}

    /** @param isHere whether the page belongs to it */
    public record Link(String address, String title, boolean isHere) {}
}

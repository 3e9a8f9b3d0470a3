package org.portevoix.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;
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

    DeskPages(Drawing drawing, Messages messages) {
        this.drawing = drawing;
        this.messages = messages;
    }

    /** A page of the whole desk. */
    public HttpResponse<String> show(Desk desk, HttpStatus status, String template, String titleKey, Object content) {
        return draw(status, template, Frame.of(messages.say(Language.SOURCE, titleKey), desk, null, ""), content);
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
                status, template, Frame.of(messages.say(Language.SOURCE, titleKey), desk, contract, section), content);
    }

    /** A page for somebody who is not signed in. */
    HttpResponse<String> show(HttpStatus status, String template, String titleKey, Object content) {
        return draw(
                status, template, new Frame(messages.say(Language.SOURCE, titleKey), "", "", null, Map.of()), content);
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
     * @param here the section of the menu where one is, true
     */
    record Frame(
            String title,
            String name,
            String csrf,
            @Nullable Menu menu,
            Map<String, Boolean> here) {

        static Frame of(String title, Desk desk, @Nullable Contract contract, String section) {
            return new Frame(
                    title,
                    desk.name(),
                    desk.csrf(),
                    contract == null ? null : Menu.of(desk, contract),
                    section.isEmpty() ? Map.of() : Map.of(section, true));
        }

        boolean isSignedIn() {
            return !csrf.isEmpty();
        }
    }

    /** What the person may do in a contract. */
    record Menu(
            String slug,
            String territory,
            boolean mayModerate,
            boolean mayAnswer,
            boolean mayEnter,
            boolean mayReport) {

        static Menu of(Desk desk, Contract contract) {
            return new Menu(
                    contract.slug(),
                    contract.territoryName(),
                    desk.may(Permission.MODERATE, contract),
                    desk.may(Permission.ANSWER, contract),
                    desk.may(Permission.ENTER, contract),
                    desk.may(Permission.REPORT, contract));
        }
    }
}

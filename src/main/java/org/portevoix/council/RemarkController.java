package org.portevoix.council;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.distress.Help;
import org.portevoix.language.Languages;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;

/** A council enters what was said, word for word, one remark after the other. */
@Controller("/equipe/{contract}/conseils/{slug}/remarque")
class RemarkController {

    static final int LONGEST = 2_000;

    private final CouncilDoor door;
    private final Remarks remarks;
    private final Topics topics;
    private final Languages languages;
    private final FormKeys formKeys;
    private final DeskPages pages;

    RemarkController(
            CouncilDoor door, Remarks remarks, Topics topics, Languages languages, FormKeys formKeys, DeskPages pages) {
        this.door = door;
        this.remarks = remarks;
        this.topics = topics;
        this.languages = languages;
        this.formKeys = formKeys;
        this.pages = pages;
    }

    @Get("{?fait}")
    HttpResponse<?> ask(Desk desk, String contract, String slug, @Nullable @QueryValue String fait) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        return show(desk, entered, HttpStatus.OK, FormBody.of(""), Map.of(), "remarque".equals(fait));
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> enter(Desk desk, String contract, String slug, @Nullable @Body String body) {
        CouncilDoor.Entered entered = door.enter(desk, contract, slug);
        FormBody form = FormBody.of(body);
        Map<String, String> errors = errors(words(form));
        if (!errors.isEmpty()) {
            return show(desk, entered, HttpStatus.UNPROCESSABLE_ENTITY, form, errors, false);
        }
        remarks.enter(
                entered.contract(),
                entered.council(),
                words(form),
                language(entered, form),
                form.get("about"),
                formKeys.of(form.get("key")),
                desk.accountId());
        return HttpResponse.seeOther(URI.create(entered.address() + "/remarque?fait=remarque"));
    }

    private HttpResponse<?> show(
            Desk desk,
            CouncilDoor.Entered entered,
            HttpStatus status,
            FormBody form,
            Map<String, String> errors,
            boolean isDone) {
        String language = language(entered, form);
        var page = new RemarkPage(
                entered.address(),
                entered.name(),
                words(form),
                formKeys.of(form.get("key")),
                languages.of(entered.contract().languageCodes()).stream()
                        .map(one ->
                                new Choice(one.code(), one.endonym(), one.code().equals(language)))
                        .toList(),
                topics.of(entered.contract()).stream()
                        .filter(one -> one.kind() == AboutKind.CONSULTATION)
                        .map(one -> new Choice(
                                Objects.requireNonNull(one.slug()),
                                one.title(),
                                Objects.equals(one.slug(), form.get("about"))))
                        .toList(),
                errors,
                isDone,
                isDone ? remarks.help(entered.council(), desk.accountId()) : null);
        return pages.show(
                desk, entered.contract(), status, "council/remark", "council.desk.remark.title", "council", page);
    }

    private static Map<String, String> errors(String words) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (words.isBlank()) {
            errors.put("words", "council.desk.error.words");
        } else if (words.length() > LONGEST) {
            errors.put("words", "council.desk.error.long");
        }
        return errors;
    }

    /** Word for word; line ends as one character, as the length in the form counts them. */
    private static String words(FormBody form) {
        return form.get("words").replace("\r\n", "\n");
    }

    private static String language(CouncilDoor.Entered entered, FormBody form) {
        List<String> codes = entered.contract().languageCodes();
        return codes.contains(form.get("language")) ? form.get("language") : codes.getFirst();
    }

    record Choice(String key, String name, boolean isChosen) {}

    /** @param help whom to call, when what was just entered says that somebody may be in danger */
    record RemarkPage(
            String address,
            String name,
            String words,
            String key,
            List<Choice> languages,
            List<Choice> consultations,
            Map<String, String> errors,
            boolean isDone,
            @Nullable Help help) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }
}

package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.consultation.OpinionState;
import org.portevoix.contract.Contract;
import org.portevoix.flag.Flag;
import org.portevoix.flag.Flags;
import org.portevoix.sense.OpinionTranslations;
import org.portevoix.sense.Themes;
import org.portevoix.web.Conflict;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;

/** What an opinion is about, as a person says, and its words in French for the team. */
@Controller("/equipe/{contract}/avis")
class OpinionSenseController {

    private final OpinionReading reading;
    private final Themes themes;
    private final OpinionTranslations translations;
    private final Flags flags;

    OpinionSenseController(OpinionReading reading, Themes themes, OpinionTranslations translations, Flags flags) {
        this.reading = reading;
        this.themes = themes;
        this.translations = translations;
        this.flags = flags;
    }

    /** From a list: {@code add} one theme, and {@code file}, the list; from the opinion's page all of them. */
    @Post("/{id}/themes")
    @Consumes(MediaType.ALL)
    HttpResponse<?> sort(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = opinion(found, id);
        FormBody form = FormBody.of(body);
        if (!form.get("add").isEmpty()) {
            themes.confirm(found.id(), id, form.get("add"), desk.accountId());
            return HttpResponse.seeOther(URI.create(back(found, opinion, form) + "#opinion-" + id));
        }
        String own = form.get("own").replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        themes.set(
                found.id(),
                id,
                form.all("theme"),
                own.substring(0, Math.min(own.length(), Themes.LONGEST_NAME)).strip(),
                desk.accountId());
        return to(found, id, "themes");
    }

    /** The same theme for several opinions of the queue: those that are gone are left out. */
    @Post("/themes")
    @Consumes(MediaType.ALL)
    HttpResponse<?> sortSeveral(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        FormBody form = FormBody.of(body);
        int count = 0;
        for (BulkForm.Ticked one : new BulkForm(form).ticked()) {
            count += themes.confirm(found.id(), one.opinionId(), form.get("several_theme"), desk.accountId()) ? 1 : 0;
        }
        return HttpResponse.seeOther(URI.create(
                OpinionDeskController.address(found, QueueFilter.of(form.get("file"))) + "fait=themes&n=" + count));
    }

    /** Typed: {@code french-12} for the answer to question 12. */
    @Post("/{id}/traduction")
    @Consumes(MediaType.ALL)
    HttpResponse<?> translate(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = opinion(found, id);
        FormBody form = FormBody.of(body);
        Map<Long, String> typed = new HashMap<>();
        for (OpinionRead.Line line : opinion.words()) {
            String field = "french-" + line.questionId();
            if (form.values().containsKey(field)) {
                String words = form.get(field).replace("\r\n", "\n").strip();
                if (words.length() > OpinionTranslations.LONGEST) {
                    throw new Conflict();
                }
                typed.put(line.questionId(), words);
            }
        }
        translations.type(opinion, typed, desk.accountId());
        return to(found, id, "traduction");
    }

    /** A machine writes a draft, when somebody asks for it. */
    @Post("/{id}/traduction/brouillon")
    @Consumes(MediaType.ALL)
    HttpResponse<?> draft(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = opinion(found, id);
        String spoken = flags.of(id).stream()
                .map(Flag::language)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(opinion.language());
        int came = translations.draft(opinion, spoken, desk.accountId());
        return to(found, id, came == 0 ? "sans-traduction" : "traduction");
    }

    private OpinionRead opinion(Contract contract, long id) {
        return reading.find(contract.id(), id)
                .filter(one -> one.state() != OpinionState.WITHDRAWN)
                .orElseThrow(NotFound::new);
    }

    private static String back(Contract contract, OpinionRead opinion, FormBody form) {
        QueueFilter filter = QueueFilter.of(form.get("file"));
        SavedFilter.Listed list =
                opinion.state() == OpinionState.WAITING ? SavedFilter.Listed.QUEUE : SavedFilter.Listed.DECIDED;
        return list.address(contract.slug()) + (filter.isAll() ? "" : "?" + filter.query());
    }

    private static HttpResponse<?> to(Contract contract, long id, String done) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/avis/" + id + "?fait=" + done));
    }
}

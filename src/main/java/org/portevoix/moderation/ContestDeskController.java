package org.portevoix.moderation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A decision that its writer contests, kept by another person; and what is masked, read on the record. */
@Controller("/equipe/{contract}/avis/{id}")
class ContestDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(ContestDeskController.class);
    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_WHY = 300;

    private final OpinionReading reading;
    private final Contests contests;
    private final Seals seals;
    private final OpinionPages pages;

    ContestDeskController(OpinionReading reading, Contests contests, Seals seals, OpinionPages pages) {
        this.reading = reading;
        this.contests = contests;
        this.seals = seals;
        this.pages = pages;
    }

    /** The decision stays; to change it, it is taken back and decided anew. */
    @Post("/contestation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> keep(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.MODERATE);
        OpinionRead opinion = reading.find(found.id(), id).orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        String note = form.get("contest_note").replace("\r\n", "\n").strip();
        Map<String, String> errors = new LinkedHashMap<>();
        if (note.isEmpty()) {
            errors.put("contest_note", "moderation.desk.error.contest_note");
        } else if (note.length() > LONGEST_NOTE) {
            errors.put("contest_note", "moderation.desk.error.note_long");
        } else if (!contests.keep(id, note, new DecisionForm(form).noteLanguage(), desk.accountId())) {
            errors.put("contest_note", "moderation.desk.error.contested");
        }
        if (!errors.isEmpty()) {
            return pages.showAgain(desk, found, opinion, TypedForms.other(form, errors));
        }
        LOG.info("Account {} kept the contested decision about opinion {}", desk.accountId(), id);
        return HttpResponse.seeOther(URI.create("/equipe/" + found.slug() + "/avis/" + id + "?fait=relecture"));
    }

    /** Answers with the words themselves, kept nowhere, once it is written down who read them and {@code why}. */
    @Post("/original")
    @Consumes(MediaType.ALL)
    HttpResponse<?> unseal(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.UNSEAL);
        OpinionRead opinion = reading.find(found.id(), id).orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        String why = form.get("why").strip();
        if (why.isEmpty() || why.length() > LONGEST_WHY) {
            return pages.showAgain(
                    desk,
                    found,
                    opinion,
                    TypedForms.other(
                            form,
                            Map.of(
                                    "why",
                                    why.isEmpty()
                                            ? "moderation.desk.error.why"
                                            : "moderation.desk.error.passed_to_long")));
        }
        LOG.info("Account {} read what is masked in opinion {}", desk.accountId(), id);
        return pages.opened(
                desk,
                found,
                opinion,
                List.copyOf(seals.open(id, desk.accountId(), why).values()));
    }
}

package org.portevoix.effect;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Clock;
import java.time.LocalDate;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.followup.Followups;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;

/** What was adopted of what was proposed, and what is owed: the present figures, for the team alone. */
@Controller("/equipe/{contract}")
class EffectDeskController {

    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final Adoptions adoptions;
    private final Followups followups;
    private final Calendar calendar;
    private final DeskPages pages;
    private final Clock clock;

    EffectDeskController(Adoptions adoptions, Followups followups, Calendar calendar, DeskPages pages, Clock clock) {
        this.adoptions = adoptions;
        this.followups = followups;
        this.calendar = calendar;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("/effets")
    HttpResponse<?> show(Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        LocalDate today = LocalDate.now(clock.withZone(found.zoneId()));
        return pages.show(
                desk,
                found,
                HttpStatus.OK,
                "effect/desk",
                "effect.desk.title",
                "effects",
                new EffectsPage(
                        found.slug(),
                        calendar.fullDay(Language.SOURCE, today),
                        adoptions.of(found),
                        followups.owed(found)));
    }

    @Get("/effets.csv")
    HttpResponse<?> csv(Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.ANSWER);
        return HttpResponse.ok(AdoptionCsv.write(adoptions.of(found)))
                .header("Content-Type", CSV)
                .header("Content-Disposition", "attachment; filename=\"effets-" + found.slug() + ".csv\"")
                .header("Cache-Control", "no-store");
    }

    /** @param today in words: the day of these figures */
    record EffectsPage(String contract, String today, Adoptions.Told told, Followups.Owed owed) {

        Adoptions.Table actions() {
            return told.actions();
        }

        Adoptions.Table neighbourhoods() {
            return told.neighbourhoods();
        }
    }
}

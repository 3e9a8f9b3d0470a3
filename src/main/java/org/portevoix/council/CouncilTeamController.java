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
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Territory;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The team keeps the councils of a contract and their members. */
@Controller("/equipe/{contract}")
class CouncilTeamController {

    private static final Logger LOG = LoggerFactory.getLogger(CouncilTeamController.class);
    private static final Set<String> DONE = Set.of("cree", "fiche", "membre", "retrait");

    private final CouncilRepository councils;
    private final CouncilKeeping keeping;
    private final CouncilDoor door;
    private final PlainTexts plainTexts;
    private final Accounts accounts;
    private final Territory territory;
    private final Languages languages;
    private final DeskPages pages;

    CouncilTeamController(
            CouncilRepository councils,
            CouncilKeeping keeping,
            CouncilDoor door,
            PlainTexts plainTexts,
            Accounts accounts,
            Territory territory,
            Languages languages,
            DeskPages pages) {
        this.councils = councils;
        this.keeping = keeping;
        this.door = door;
        this.plainTexts = plainTexts;
        this.accounts = accounts;
        this.territory = territory;
        this.languages = languages;
        this.pages = pages;
    }

    @Get("/conseils")
    HttpResponse<?> list(Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        return list(
                desk, found, HttpStatus.OK, new CouncilForm(FormBody.of("")), PlainCheck.unread(List.of()), Map.of());
    }

    @Post("/conseils")
    @Consumes(MediaType.ALL)
    HttpResponse<?> create(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        CouncilForm form = new CouncilForm(FormBody.of(body));
        PlainCheck plain = plainTexts.check(found, form.body(), form.presentation(Language.SOURCE));
        Map<String, String> errors = plain.after(form.errors(found.languageCodes()));
        if (!errors.isEmpty()) {
            return list(desk, found, HttpStatus.UNPROCESSABLE_ENTITY, form, plain, errors);
        }
        Optional<Council> made = keeping.create(found, form, plain, desk.accountId());
        if (made.isEmpty()) {
            return list(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form,
                    plain,
                    Map.of("name-fr", "council.desk.error.name_taken"));
        }
        LOG.info("Account {} made council {}", desk.accountId(), made.get().key());
        return to(found, made.get(), "cree");
    }

    @Get("/conseils-fiches/{slug}{?fait}")
    HttpResponse<?> show(Desk desk, String contract, String slug, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        Council council = council(found, slug);
        return sheet(
                desk,
                found,
                council,
                HttpStatus.OK,
                written(found, council),
                unread(found, council),
                Map.of(),
                fait != null && DONE.contains(fait) ? fait : "");
    }

    @Post("/conseils-fiches/{slug}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> update(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        Council council = council(found, slug);
        CouncilForm form = new CouncilForm(FormBody.of(body));
        PlainCheck plain = plainTexts.check(found, form.body(), form.presentation(Language.SOURCE));
        Map<String, String> errors = form.errors(found.languageCodes());
        if (!keeping.says(council, form.presentation(Language.SOURCE))) {
            errors = plain.after(errors);
        }
        if (!errors.isEmpty()) {
            return sheet(desk, found, council, HttpStatus.UNPROCESSABLE_ENTITY, form, plain, errors, "");
        }
        keeping.update(found, council, form, plain, desk.accountId());
        LOG.info("Account {} changed council {}", desk.accountId(), council.key());
        return to(found, council, "fiche");
    }

    @Post("/conseils-fiches/{slug}/membres")
    @Consumes(MediaType.ALL)
    HttpResponse<?> invite(Desk desk, String contract, String slug, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        Council council = council(found, slug);
        FormBody typed = FormBody.of(body);
        CouncilForm form = new CouncilForm(typed);
        Map<String, String> errors = form.inviting();
        if (!errors.isEmpty()) {
            Map<String, List<String>> values =
                    new HashMap<>(written(found, council).body().values());
            values.putAll(typed.values());
            return sheet(
                    desk,
                    found,
                    council,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    new CouncilForm(new FormBody(values)),
                    unread(found, council),
                    errors,
                    "");
        }
        keeping.invite(found, council, form);
        LOG.info("Account {} let a member into council {}", desk.accountId(), council.key());
        return to(found, council, "membre");
    }

    @Post("/conseils-fiches/{slug}/membres/{account}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> letGo(Desk desk, String contract, String slug, long account) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        Council council = council(found, slug);
        keeping.letGo(found, council, account);
        LOG.info("Account {} took account {} out of council {}", desk.accountId(), account, council.key());
        return to(found, council, "retrait");
    }

    private PlainCheck unread(Contract contract, Council council) {
        return PlainCheck.unread(plainTexts.reasons(contract, council.tag()));
    }

    private HttpResponse<?> list(
            Desk desk,
            Contract contract,
            HttpStatus status,
            CouncilForm form,
            PlainCheck plain,
            Map<String, String> errors) {
        var page = new CouncilsPage(
                contract.slug(),
                councils.findOf(List.of(contract.id())).stream()
                        .map(one -> new Row(
                                one.slug(),
                                door.name(one),
                                one.kind().name(),
                                councils.findMembers(one.key()).size()))
                        .toList(),
                fields(contract, form, errors),
                plain,
                errors);
        return pages.show(desk, contract, status, "council/councils", "council.desk.councils.title", "councils", page);
    }

    private HttpResponse<?> sheet(
            Desk desk,
            Contract contract,
            Council council,
            HttpStatus status,
            CouncilForm form,
            PlainCheck plain,
            Map<String, String> errors,
            String done) {
        List<Long> ids = councils.findMembers(council.key());
        Map<Long, String> names = accounts.names(ids);
        var page = new CouncilSheetPage(
                contract.slug(),
                council.slug(),
                door.name(council),
                fields(contract, form, errors),
                plain,
                ids.stream()
                        .map(id -> new Member(id, names.getOrDefault(id, "")))
                        .toList(),
                desk.may(Permission.ACCOUNTS, contract),
                form.member(),
                form.email(),
                errors,
                done);
        return pages.show(desk, contract, status, "council/sheet", "council.desk.councils.title", "councils", page);
    }

    private Fields fields(Contract contract, CouncilForm form, Map<String, String> errors) {
        return new Fields(
                Arrays.stream(CouncilKind.values())
                        .map(kind -> new RemarkController.Choice(kind.name(), kind.name(), kind == form.kind()))
                        .toList(),
                languages.of(contract.languageCodes()).stream()
                        .map(one -> new Written(
                                one.code(),
                                one.endonym(),
                                one.direction(),
                                form.name(one.code()),
                                form.presentation(one.code()),
                                errors.get("name-" + one.code()),
                                errors.get("presentation-" + one.code())))
                        .toList(),
                form.telephone(),
                errors.get("telephone"),
                territory.neighbourhoods(contract.id(), Language.SOURCE).stream()
                        .map(one -> new RemarkController.Choice(
                                one.slug(),
                                one.name().body(),
                                form.neighbourhoods().contains(one.slug())))
                        .toList());
    }

    /** What the site holds, as the form would have sent it. */
    private CouncilForm written(Contract contract, Council council) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("kind", List.of(council.kind().name()));
        values.put("telephone", List.of(Objects.requireNonNullElse(council.telephone(), "")));
        keeping.bodies(council.nameText()).forEach((language, body) -> values.put("name-" + language, List.of(body)));
        keeping.bodies(council.presentationText())
                .forEach((language, body) -> values.put("presentation-" + language, List.of(body)));
        Set<Long> own = new HashSet<>(councils.findNeighbourhoods(council.key()));
        values.put(
                "neighbourhood",
                territory.neighbourhoods(contract.id(), Language.SOURCE).stream()
                        .filter(one -> own.contains(one.row().id()))
                        .map(Territory.Named::slug)
                        .toList());
        return new CouncilForm(new FormBody(values));
    }

    private Council council(Contract contract, String slug) {
        return councils.find(contract.id(), slug).orElseThrow(NotFound::new);
    }

    private static HttpResponse<?> to(Contract contract, Council council, String done) {
        return HttpResponse.seeOther(
                URI.create("/equipe/" + contract.slug() + "/conseils-fiches/" + council.slug() + "?fait=" + done));
    }

    /** Name and presentation in one language; the errors are message keys, or null. */
    record Written(
            String code,
            String endonym,
            String direction,
            String name,
            String presentation,
            @Nullable String nameError,
            @Nullable String presentationError) {}

    /** The fields of a council's form. */
    record Fields(
            List<RemarkController.Choice> kinds,
            List<Written> bodies,
            String telephone,
            @Nullable String telephoneError,
            List<RemarkController.Choice> neighbourhoods) {}

    record Row(String slug, String name, String kind, int members) {}

    record Member(long id, String name) {}

    record CouncilsPage(
            String contract, List<Row> councils, Fields form, PlainCheck plain, Map<String, String> errors) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }
    }

    record CouncilSheetPage(
            String contract,
            String slug,
            String name,
            Fields form,
            PlainCheck plain,
            List<Member> members,
            boolean mayInvite,
            String member,
            String email,
            Map<String, String> errors,
            String done) {

        boolean hasErrors() {
            return !errors.isEmpty();
        }

        boolean isDone() {
            return !done.isEmpty();
        }
    }
}

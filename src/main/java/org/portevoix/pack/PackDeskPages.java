package org.portevoix.pack;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
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
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.participation.Period;
import org.portevoix.report.Report;
import org.portevoix.report.Reports;
import org.portevoix.web.Digests;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;

/** Turns packs into what the desk's templates show. */
@Singleton
class PackDeskPages {
    private static final int A_PAGE = 20;
    private static final int KIB = 1024;
    private static final String SECTION = "pack";
    /** Of a pack's files: what is read comes first, what programs read last. */
    private static final List<String> ENDINGS = List.of("pdf", "ods", "csv", "json");

    /** The tables of the report that the preview shows; the others are one click away. */
    private static final Set<String> SHOWN =
            Set.of("neighbourhood", "missing_places", "missing_ages", "missing_genders", "answers");

    private final FrozenPackRepository rows;
    private final Made made;
    private final Said said;
    private final DeskPages pages;
    private final FormKeys formKeys;

    /** What packs are made of. */
    @Singleton
    record Made(
            Packs packs,
            FrozenPacks frozen,
            FrozenWords words,
            Voices voices,
            PackTables tables,
            PackChoiceRepository choices,
            Reports reports,
            Members members,
            Sendings sendings) {}

    /** How it is said. */
    @Singleton
    record Said(PackWords words, Calendar calendar, Languages languages, Accounts accounts) {}

    PackDeskPages(FrozenPackRepository rows, Made made, Said said, DeskPages pages, FormKeys formKeys) {
        this.rows = rows;
        this.made = made;
        this.said = said;
        this.pages = pages;
        this.formKeys = formKeys;
    }

    HttpResponse<?> list(Desk desk, Contract contract, int page, String done) {
        List<FrozenPack> found = rows.findLatest(contract.id(), A_PAGE + 1, (page - 1) * A_PAGE);
        boolean mayPrepare = desk.may(Permission.GOVERN, contract);
        boolean isMember =
                made.members().accounts(contract.id()).stream().anyMatch(one -> one.id() == desk.accountId());
        return pages.show(
                desk,
                contract,
                HttpStatus.OK,
                "pack/desk_list",
                "pack.desk.title",
                SECTION,
                new PackPage.ListPage(
                        contract.slug(),
                        mayPrepare,
                        mayPrepare ? periods(contract, Period.WHOLE) : List.of(),
                        lines(contract, found.subList(0, Math.min(A_PAGE, found.size()))),
                        page > 1 ? page - 1 : null,
                        found.size() > A_PAGE ? page + 1 : null,
                        isMember,
                        isMember && made.members().isRefusing(contract.id(), desk.accountId()),
                        next(contract),
                        done));
    }

    HttpResponse<?> preview(
            Desk desk, Contract contract, HttpStatus status, Period period, int page, PackPage.Typed typed) {
        Pack pack = audience(desk, contract).of(made.packs().of(contract, period));
        return pages.show(
                desk,
                contract,
                status,
                "pack/desk_preview",
                "pack.desk.preview.title",
                SECTION,
                preview(contract, pack, period, page, typed));
    }

    private PackPage.PreviewPage preview(Contract contract, Pack pack, Period period, int page, PackPage.Typed typed) {
        List<Voices.Said> chosen = made.voices().chosen(contract.id(), period);
        List<Voices.Said> offered = made.voices().offered(contract.id(), period, A_PAGE + 1, (page - 1) * A_PAGE);
        Set<Long> ticked = new HashSet<>();
        List<Long> wanted = typed.voices();
        if (wanted == null) {
            chosen.forEach(one -> ticked.add(one.opinionId()));
        } else {
            ticked.addAll(wanted);
        }
        return new PackPage.PreviewPage(
                contract.slug(),
                period.key(),
                said.words().period(period),
                periods(contract, period),
                formKeys.next(),
                pack.report().edition() == 0,
                points(contract, period, pack),
                offered.stream()
                        .limit(A_PAGE)
                        .map(one -> voice(one, ticked.contains(one.opinionId())))
                        .toList(),
                chosen.size(),
                Voices.MOST,
                page,
                page > 1 ? page - 1 : null,
                offered.size() > A_PAGE ? page + 1 : null,
                made.tables().all(pack).stream()
                        .filter(table -> SHOWN.contains(table.key())
                                || Set.of("firsts", "due", "standings").contains(table.key()))
                        .map(this::table)
                        .toList(),
                "?periode=" + period.key(),
                typed.values(),
                typed.errors(),
                typed.done());
    }

    HttpResponse<?> show(Desk desk, Contract contract, HttpStatus status, int number, PackPage.Typed typed) {
        FrozenPack frozen = find(contract, number);
        if (!frozen.isErased() && !made.words().areStillShown(frozen.id())) {
            frozen = find(contract, number);
        }
        Audience audience = audience(desk, contract);
        boolean mayPrepare = desk.may(Permission.GOVERN, contract);
        Pack pack = audience.of(made.frozen().read(frozen));
        PackPage.TableView changes = made.tables().all(pack).stream()
                .filter(table -> table.key().equals("changes"))
                .map(this::table)
                .findFirst()
                .orElseThrow();
        Long corrects = frozen.corrects();
        return pages.show(
                desk,
                contract,
                status,
                "pack/desk_show",
                "pack.desk.title",
                SECTION,
                new PackPage.ShowPage(
                        contract.slug(),
                        lines(contract, List.of(frozen)).getFirst(),
                        frozen.version(),
                        frozen.edition(),
                        frozen.reason(),
                        corrects == null
                                ? null
                                : rows.find((long) corrects).orElseThrow().number(),
                        "/equipe/" + contract.slug() + "/dossier/" + frozen.number(),
                        files(frozen, audience),
                        frozen.fingerprint(),
                        audience == Audience.COMMITTEE,
                        corrects == null ? null : changes,
                        mayPrepare && frozen.correctedBy() == null && !frozen.isErased(),
                        receivers(contract),
                        formKeys.next(),
                        typed.values(),
                        typed.errors(),
                        typed.done()));
    }

    /** NotFound where there is no such pack. */
    FrozenPack find(Contract contract, int number) {
        return rows.find(contract.id(), number).orElseThrow(NotFound::new);
    }

    /** Empty where its bytes are gone; NotFound where it never was. */
    Optional<HttpResponse<?>> file(Desk desk, Contract contract, int number, String name) {
        return bytes(contract, find(contract, number), audience(desk, contract), name);
    }

    Optional<HttpResponse<?>> bytes(Contract contract, FrozenPack frozen, Audience audience, String name) {
        FrozenFile file = rows.findFiles(frozen.id(), audience).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!made.words().areStillShown(frozen.id())) {
            return Optional.empty();
        }
        return rows.findBytes(frozen.id(), audience, name)
                .map(kept -> HttpResponse.ok(kept.bytes())
                        .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        // RFC 9530
                        .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(file.hash()) + ":")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + contract.slug() + "-" + frozen.number() + "-" + file.name()
                                        + "\""));
    }

    List<PackPage.FileView> files(FrozenPack frozen, Audience audience) {
        return rows.findFiles(frozen.id(), audience).stream()
                .sorted(Comparator.comparingInt(file -> ENDINGS.indexOf(ending(file.name()))))
                .map(file -> new PackPage.FileView(
                        file.name(),
                        said.words().say("pack.desk.file." + ending(file.name())),
                        size(file.sizeBytes()),
                        file.fingerprint(),
                        rows.findBytes(frozen.id(), audience, file.name())
                                .map(kept -> Arrays.equals(Digests.sha256(kept.bytes()), file.hash()))
                                .orElse(null)))
                .toList();
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String day(Contract contract, FrozenPack frozen) {
        return day(LocalDate.ofInstant(frozen.madeAt(), contract.zoneId()));
    }

    String day(LocalDate day) {
        return said.calendar().fullDay(Language.SOURCE, day);
    }

    String period(FrozenPack frozen) {
        return said.words().period(frozen.time());
    }

    /** When the next one leaves by itself, in words; "" where none does. */
    String next(Contract contract) {
        return made.sendings()
                .next(contract)
                .map(occasion -> day(occasion.due()))
                .orElse("");
    }

    private int receivers(Contract contract) {
        return (int) made.members().accounts(contract.id()).stream()
                        .filter(account -> !account.isRefusing())
                        .count()
                + made.members().known(contract.id()).size();
    }

    private static Audience audience(Desk desk, Contract contract) {
        return desk.may(Permission.PRIORITY_AREAS, contract) ? Audience.COMMITTEE : Audience.EVERYONE;
    }

    private List<PackPage.Choice> periods(Contract contract, Period chosen) {
        List<PackPage.Choice> choices = new ArrayList<>();
        List<Period> periods =
                new ArrayList<>(made.reports().of(contract, Period.WHOLE, false).periods());
        if (periods.isEmpty()) {
            periods.add(Period.WHOLE);
        }
        for (Period period : periods) {
            choices.add(new PackPage.Choice(period.key(), said.words().period(period), period.equals(chosen)));
        }
        return choices;
    }

    private List<PackPage.Line> lines(Contract contract, List<FrozenPack> found) {
        Map<Long, String> names = said.accounts()
                .names(found.stream()
                        .map(FrozenPack::madeBy)
                        .filter(Objects::nonNull)
                        .toList());
        return found.stream()
                .map(frozen -> new PackPage.Line(
                        frozen.number(),
                        period(frozen),
                        day(contract, frozen),
                        who(frozen.madeBy(), names),
                        frozen.cause().name(),
                        frozen.correctedBy(),
                        frozen.isErased(),
                        frozen.fingerprint()))
                .toList();
    }

    private String who(@Nullable Long account, Map<Long, String> names) {
        return account == null
                ? said.words().say("pack.desk.by_itself")
                : names.getOrDefault(account, said.words().say("pack.desk.somebody"));
    }

    private List<PackPage.PointView> points(Contract contract, Period period, Pack pack) {
        List<PackPoint> own = made.choices().findPoints(contract.id(), period.key());
        List<PackPage.PointView> points = new ArrayList<>();
        pack.toDecide()
                .subList(0, pack.toDecide().size() - own.size())
                .forEach(point -> points.add(new PackPage.PointView(null, point.what(), point.because())));
        own.forEach(point -> points.add(new PackPage.PointView(point.id(), point.what(), point.because())));
        return points;
    }

    private PackPage.VoiceView voice(Voices.Said one, boolean isChosen) {
        Pack.Voice voice = one.voice();
        return new PackPage.VoiceView(
                one.opinionId(),
                voice.words(),
                voice.language(),
                said.languages().find(voice.language()).map(Language::direction).orElse("ltr"),
                voice.french(),
                voice.about(),
                isChosen);
    }

    private PackPage.TableView table(Report.Table table) {
        return new PackPage.TableView(
                table.key(),
                table.title(),
                table.first(),
                table.columns().stream().map(Report.Column::title).toList(),
                table.rows().stream()
                        .map(row -> new PackPage.RowView(
                                row.title(),
                                row.values().stream()
                                        .map(value -> new PackPage.CellView(
                                                said.words().shown(value), value.text() == null))
                                        .toList()))
                        .toList(),
                table.refusal());
    }

    private String size(long bytes) {
        return said.words().say("pack.desk.size", Map.of("count", Math.max(1, bytes / KIB)));
    }
}

package org.portevoix.synthetic;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;
import org.portevoix.language.Language;

/**
 * Makes an invented contract, by the ways that real ones come: its file is imported, its opinions are received as forms
 * are, its other acts are written to the ledger. It never touches a contract that is there. The same name gives the same
 * contract, opinions and lines.
 */
@Singleton
public class SyntheticContract {

    private static final String PREFIX = "synthetique-";
    private static final int STEP = 1_000;

    private final ContractImport imports;
    private final Contracts contracts;
    private final Consultations consultations;
    private final SyntheticOpinions opinions;
    private final SyntheticLines lines;

    SyntheticContract(
            ContractImport imports,
            Contracts contracts,
            Consultations consultations,
            SyntheticOpinions opinions,
            SyntheticLines lines) {
        this.imports = imports;
        this.contracts = contracts;
        this.consultations = consultations;
        this.opinions = opinions;
        this.lines = lines;
    }

    /**
     * @param wanted slug of the contract; null for the first that is free
     * @param opinionCount each with its own ledger line
     * @param lineCount of other ledger lines
     * @param say prints a line of progress
     */
    public Outcome make(@Nullable String wanted, int opinionCount, int lineCount, Consumer<String> say) {
        String slug = wanted == null ? free() : wanted;
        if (!slug.startsWith(PREFIX)) {
            return new Outcome(
                    false, "Le nom d’un contrat inventé commence par « " + PREFIX + " » : --contract " + PREFIX + slug);
        }
        if (opinionCount < 0 || lineCount < 0) {
            return new Outcome(false, "--opinions et --lines sont des nombres à partir de 0.");
        }
        if (contracts.find(slug).isPresent()) {
            return new Outcome(
                    false, "Le contrat « " + slug + " » existe déjà : choisissez un autre nom, ou n’en donnez pas.");
        }
        long start = System.nanoTime();
        ImportReport report = imports.importFile(slug, SyntheticFile.of(slug), false);
        if (!report.isDone()) {
            return new Outcome(false, String.join(" ; ", report.lines()));
        }
        fill(slug, opinionCount, lineCount, say);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Outcome(
                true,
                String.format(
                        Locale.FRENCH,
                        "%s : %d avis et leurs lignes, %d autres lignes au registre, en %.1f s.",
                        slug,
                        opinionCount,
                        lineCount,
                        seconds));
    }

    private void fill(String slug, int opinionCount, int lineCount, Consumer<String> say) {
        Visit visit = contracts.visit(Language.SOURCE, slug);
        List<Consultations.Listed> open = consultations.open(visit);
        var acts = new SyntheticActs(slug);
        inSteps(opinionCount, "avis", say, step -> opinions.give(slug, open, acts, step));
        inSteps(lineCount, "lignes", say, step -> lines.write(visit, open, acts, step));
    }

    private static void inSteps(int count, String what, Consumer<String> say, IntConsumer step) {
        for (int done = 0; done < count; done += STEP) {
            step.accept(Math.min(STEP, count - done));
            say.accept("  … " + Math.min(done + STEP, count) + " " + what + " sur " + count);
        }
    }

    private String free() {
        int number = 1;
        while (contracts.find(PREFIX + number).isPresent()) {
            number++;
        }
        return PREFIX + number;
    }

    /** What came of it, in one line in French. */
    public record Outcome(boolean isDone, String line) {}
}

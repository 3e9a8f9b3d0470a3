package org.portevoix.operation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portevoix.seal.Head;
import org.portevoix.seal.Verification;

/** {@code ./run verify-log}: reads the sealed log whole, and says what does not hold. */
final class VerifyLogCommand {
    private static final int MOST = 50;

    private final Operation operation;

    VerifyLogCommand(Operation operation) {
        this.operation = operation;
    }

    /** @param written heads as they were mailed */
    int verify(List<String> written) throws SQLException {
        List<Head> heads = new ArrayList<>();
        for (String one : written) {
            heads.add(Head.read(one)
                    .orElseThrow(() -> new Refusal("« " + one
                            + " » n'est pas un sceau : donnez-le comme dans le courriel, numéro:empreinte.")));
        }
        Database database = operation.openDatabase(Operation.Use.SHARED);
        try (Connection connection = database.siteConnection()) {
            return tell(Verification.of(connection, heads), heads.size(), System.out::println, operation::say);
        }
    }

    /** The exit code: 0 where all holds. */
    static int tell(Verification found, int heads, Consumer<String> say, Consumer<String> warn) {
        if (found.isWhole()) {
            say.accept("Le journal est entier : " + Progress.number(found.lines()) + " lignes relues"
                    + (heads == 0 ? "" : ", et il passe par " + (heads == 1 ? "le sceau donné" : "les sceaux donnés"))
                    + ". Dernier sceau : " + found.head().written());
            return 0;
        }
        found.faults().stream().limit(MOST).forEach(fault -> warn.accept(say(fault)));
        if (found.faults().size() > MOST) {
            warn.accept("… et " + Progress.number(found.faults().size() - MOST) + " autres lignes.");
        }
        warn.accept(
                "Le journal n'est PAS entier. Gardez une copie de la base (./run backup) et faites examiner ces lignes.");
        return 1;
    }

    private static String say(Verification.Fault fault) {
        return "Ligne " + fault.number() + " : "
                + switch (fault.kind()) {
                    case ALTERED -> "modifiée (son contenu n'a plus son empreinte).";
                    case UNLINKED -> "elle ne suit pas la ligne d'avant (ligne déplacée, remplacée ou réécrite).";
                    case MISSING -> "elle manque.";
                    case CUT_OFF -> "elle manque à la fin du journal, d'après " + source(fault) + ".";
                    case REWRITTEN ->
                        "elle n'a pas l'empreinte qui en était gardée (" + source(fault)
                                + ") : elle, ou une ligne d'avant, a été réécrite.";
                };
    }

    private static String source(Verification.Fault fault) {
        return switch (fault.source()) {
            case GIVEN -> "le sceau donné";
            case MAILED -> "le sceau envoyé par courriel, gardé dans la base";
            case STORED, LINE -> "la tête du journal, gardée dans la base";
        };
    }
}

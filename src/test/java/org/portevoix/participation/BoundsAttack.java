package org.portevoix.participation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * What a reader with a computer can work out: how many acts of each sort there may be, none below zero, so that all the
 * figures shown are right; and between which bounds a hidden figure then lies, by linear programming. It knows nothing of
 * how figures are hidden.
 */
final class BoundsAttack {
    private static final double NEAR_ZERO = 1e-7;

    private final int sorts;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Bound> always = new ArrayList<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final Set<List<Integer>> known = new HashSet<>();

    private record Bound(int[] which, long value, boolean isLeast) {}

    BoundsAttack(int sorts) {
        this.sorts = sorts;
    }

    /** A figure that shows: the sum of these sorts, so many times each. Told once, however often it is shown. */
    void know(int[] which, long value) {
        if (!known.add(told(which, value))) {
            return;
        }
        double[] row = row(which);
        row[sorts] = value;
        reduce(row);
        int pivot = pivot(row);
        if (pivot < sorts) {
            double factor = row[pivot];
            for (int column = 0; column <= sorts; column++) {
                row[column] /= factor;
            }
            for (double[] other : rows) {
                takeOut(other, row, pivot);
            }
            rows.add(row);
        } else if (Math.abs(row[sorts]) > NEAR_ZERO) {
            throw new IllegalStateException("the figures that show contradict each other");
        }
    }

    /** Whatever is shown: nobody can take back more than there was. */
    void neverBelowZero(int[] which) {
        always.add(new Bound(which, 0, true));
    }

    /** There are at least so many of these sorts. */
    void least(int[] which, long value) {
        bounds.add(new Bound(which, value, true));
    }

    /** There are at most so many of these sorts. */
    void most(int[] which, long value) {
        bounds.add(new Bound(which, value, false));
    }

    /** Whether adding and subtracting figures gives this one. */
    boolean isFound(int[] which) {
        double[] row = row(which);
        reduce(row);
        return pivot(row) == sorts;
    }

    /** The distance between the least and the most that it can be. */
    double width(int[] which) {
        return optimum(which, true, bounds) - optimum(which, false, bounds);
    }

    /** The same, for a reader who knows figures alone. */
    double widthByFigures(int[] which) {
        return optimum(which, true, List.of()) - optimum(which, false, List.of());
    }

    void know(boolean[] which, long value) {
        know(once(which), value);
    }

    void least(boolean[] which, long value) {
        least(once(which), value);
    }

    void most(boolean[] which, long value) {
        most(once(which), value);
    }

    boolean isFound(boolean[] which) {
        return isFound(once(which));
    }

    double width(boolean[] which) {
        return width(once(which));
    }

    double widthByFigures(boolean[] which) {
        return widthByFigures(once(which));
    }

    /** These sorts, once each. */
    private static int[] once(boolean[] which) {
        int[] factors = new int[which.length];
        for (int sort = 0; sort < which.length; sort++) {
            factors[sort] = which[sort] ? 1 : 0;
        }
        return factors;
    }

    private double optimum(int[] which, boolean isMost, List<Bound> bounds) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        for (int sort = 0; sort < sorts; sort++) {
            model.newVariable("x" + sort).lower(0).weight(which[sort]);
        }
        for (int number = 0; number < rows.size(); number++) {
            double[] row = rows.get(number);
            Expression sum = model.newExpression("sum" + number).level(row[sorts]);
            for (int sort = 0; sort < sorts; sort++) {
                if (row[sort] != 0) {
                    sum.set(sort, row[sort]);
                }
            }
        }
        List<Bound> all = new ArrayList<>(always);
        all.addAll(bounds);
        for (int number = 0; number < all.size(); number++) {
            Bound bound = all.get(number);
            Expression sum = model.newExpression("bound" + number);
            if (bound.isLeast()) {
                sum.lower(bound.value());
            } else {
                sum.upper(bound.value());
            }
            for (int sort = 0; sort < sorts; sort++) {
                if (bound.which()[sort] != 0) {
                    sum.set(sort, bound.which()[sort]);
                }
            }
        }
        Optimisation.Result result = isMost ? model.maximise() : model.minimise();
        return switch (result.getState()) {
            case OPTIMAL, DISTINCT -> result.getValue();
            case UNBOUNDED -> Double.POSITIVE_INFINITY;
            default -> throw new IllegalStateException(result.toString());
        };
    }

    private static List<Integer> told(int[] which, long value) {
        List<Integer> told = new ArrayList<>(which.length + 1);
        for (int factor : which) {
            told.add(factor);
        }
        told.add(Math.toIntExact(value));
        return told;
    }

    private double[] row(int[] which) {
        double[] row = new double[sorts + 1];
        for (int sort = 0; sort < sorts; sort++) {
            row[sort] = which[sort];
        }
        return row;
    }

    private void reduce(double[] row) {
        for (double[] known : rows) {
            takeOut(row, known, pivot(known));
        }
    }

    private static void takeOut(double[] row, double[] known, int pivot) {
        double factor = row[pivot];
        if (Math.abs(factor) > NEAR_ZERO) {
            for (int column = 0; column < row.length; column++) {
                row[column] -= factor * known[column];
                if (Math.abs(row[column]) < NEAR_ZERO) {
                    row[column] = 0;
                }
            }
        }
    }

    private int pivot(double[] row) {
        int pivot = 0;
        while (pivot < sorts && Math.abs(row[pivot]) < NEAR_ZERO) {
            pivot++;
        }
        return pivot;
    }
}

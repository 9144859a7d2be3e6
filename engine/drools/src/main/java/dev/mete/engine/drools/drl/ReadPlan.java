package dev.mete.engine.drools.drl;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a plan: a call with a model and an effort, and the settings that are called on its result. Used within one rule. */
final class ReadPlan {
    private static final Map<String, Unit> SETTINGS =
            Map.of("thinking", Unit.TOKENS, "cap", Unit.TOKENS, "timeoutMs", Unit.DURATION);

    private final Mistakes mistakes;
    private final Arguments arguments;
    private final ReadQuantity quantities;
    private final ReadName names;
    private final Models models;

    ReadPlan(Scope scope, Models models) {
        this.mistakes = scope.mistakes();
        this.arguments = new Arguments(mistakes);
        this.quantities = new ReadQuantity(scope);
        this.names = new ReadName(scope);
        this.models = models;
    }

    static boolean isSetting(String name) {
        return SETTINGS.containsKey(name);
    }

    /** The names of the settings, for messages. */
    static List<String> settings() {
        return SETTINGS.keySet().stream().sorted().toList();
    }

    /** The plan; null where a mistake in it was reported. */
    @Nullable
    PlanIr read(Expr.Call call, List<Expr.Call> settings, Span span) {
        int before = mistakes.count();
        var set = quantities(settings);
        if (!arguments.are(call, 2, 2, "(\"provider/model\", Effort.HIGH)")) {
            models.isIncomplete();
            return null;
        }
        var model = models.read(call.arguments().get(0));
        Effort effort = names.effort(call.arguments().get(1));
        if (model.isEmpty() || mistakes.count() > before) {
            return null;
        }
        return new PlanIr(model.get(), effort, set.get("thinking"), set.get("cap"), set.get("timeoutMs"), span);
    }

    private Map<String, Quantity> quantities(List<Expr.Call> settings) {
        var set = new HashMap<String, Quantity>();
        for (Expr.Call setting : settings) {
            Unit unit = SETTINGS.get(setting.name());
            if (unit == null) {
                mistakes.error(
                        Code.UNKNOWN_CALL,
                        setting.nameSpan(),
                        "a plan has nothing called `" + setting.name() + "`",
                        NearestName.help(setting.name(), settings()));
            } else if (arguments.are(setting, 1, 1, "(1000)")
                    && set.put(
                                    setting.name(),
                                    quantities.quantity(setting.arguments().getFirst(), unit))
                            != null) {
                mistakes.error(
                        Code.SETTING_TWICE,
                        setting.nameSpan(),
                        "`" + setting.name() + "` is set twice",
                        "keep one of them");
            }
        }
        return set;
    }
}

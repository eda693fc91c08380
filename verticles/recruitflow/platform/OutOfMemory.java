package recruitflow.platform;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that has once run out of memory is not to be trusted: threads are gone, answers never
 * come. It ends, and whatever started it starts it again. {@code -XX:+ExitOnOutOfMemoryError} says
 * so on a command line; for {@code java -jar} nobody can say it, so the same switch is set here, by
 * the tables in which the virtual machine describes itself to debuggers.
 */
public final class OutOfMemory {

  private static final Logger log = LoggerFactory.getLogger(OutOfMemory.class);
  private static final String SWITCH = "ExitOnOutOfMemoryError";

  private final SymbolLookup machine;

  private OutOfMemory(SymbolLookup machine) {
    this.machine = machine;
  }

  /** From now on the process exits with 3 when it runs out of memory. */
  public static void endsTheProcess() {
    try {
      if (isOn()) return;
      var library = System.mapLibraryName("jvm");
      var folder = library.endsWith(".dll") ? "bin" : "lib";
      var path = Path.of(System.getProperty("java.home"), folder, "server", library);
      new OutOfMemory(SymbolLookup.libraryLookup(path, Arena.global())).turnOn();
    } catch (RuntimeException e) {
      log.debug("the tables of the virtual machine cannot be read", e);
    }
    if (!isOn()) log.warn("start Java with -XX:+{}, so that it ends when memory does", SWITCH);
  }

  /** True when running out of memory ends the process. */
  static boolean isOn() {
    var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return Boolean.parseBoolean(machine.getVMOption(SWITCH).getValue());
  }

  private void turnOn() {
    var flags = pointer(field("JVMFlag", "flags", "Address"));
    var count = pointer(field("JVMFlag", "numFlags", "Address")).reinterpret(8).get(JAVA_LONG, 0);
    var first = flags.reinterpret(8).get(ADDRESS, 0);
    var nameAt = field("JVMFlag", "_name", "Offset");
    var valueAt = field("JVMFlag", "_addr", "Offset");
    var size = sizeOf("JVMFlag");
    var all = first.reinterpret(count * size);
    for (var at = 0L; at < count * size; at += size) {
      if (!SWITCH.equals(text(all.get(ADDRESS, at + nameAt)))) continue;
      all.get(ADDRESS, at + valueAt).reinterpret(1).set(JAVA_BYTE, 0, (byte) 1);
      return;
    }
  }

  /** What the table of fields says of one: its address when it is static, else its offset. */
  private long field(String type, String name, String asked) {
    var table = number("gHotSpotVMStructs");
    var stride = number("gHotSpotVMStructEntryArrayStride");
    for (var row = table; ; row += stride) {
      var owner = text(at(row, "gHotSpotVMStructEntryTypeNameOffset"));
      if (owner == null) throw new IllegalStateException("no field " + name);
      if (owner.equals(type) && name.equals(text(at(row, "gHotSpotVMStructEntryFieldNameOffset"))))
        return at(row, "gHotSpotVMStructEntry" + asked + "Offset").address();
    }
  }

  private long sizeOf(String type) {
    var stride = number("gHotSpotVMTypeEntryArrayStride");
    for (var row = number("gHotSpotVMTypes"); ; row += stride) {
      var name = text(at(row, "gHotSpotVMTypeEntryTypeNameOffset"));
      if (name == null) throw new IllegalStateException("no type " + type);
      if (name.equals(type)) return at(row, "gHotSpotVMTypeEntrySizeOffset").address();
    }
  }

  /** The word in a row of a table, at the place that another table names. */
  private MemorySegment at(long row, String place) {
    return pointer(row + number(place)).reinterpret(8).get(ADDRESS, 0);
  }

  private long number(String symbol) {
    return machine.findOrThrow(symbol).reinterpret(8).get(JAVA_LONG, 0);
  }

  private static MemorySegment pointer(long address) {
    return MemorySegment.ofAddress(address);
  }

  private static String text(MemorySegment address) {
    return address.address() == 0 ? null : address.reinterpret(Integer.MAX_VALUE).getString(0);
  }
}

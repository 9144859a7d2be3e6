package dev.mete.bench.gate;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The memory of a JVM: this one, or another that a connection leads to. */
final class Memory {
    /** Cleaners and reference queues need a collection to be told, and another to let go. */
    private static final int COLLECTIONS = 4;

    private static final long PAUSE_MILLIS = 100;

    private final MemoryMXBean memory;
    private final MemoryPoolMXBean metaspace;

    private Memory(MBeanServerConnection connection) throws IOException {
        this.memory = ManagementFactory.newPlatformMXBeanProxy(
                connection, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        this.metaspace = ManagementFactory.newPlatformMXBeanProxy(
                connection,
                ManagementFactory.MEMORY_POOL_MXBEAN_DOMAIN_TYPE + ",name=Metaspace",
                MemoryPoolMXBean.class);
    }

    /** The memory of this JVM. */
    static Memory here() throws IOException {
        return new Memory(ManagementFactory.getPlatformMBeanServer());
    }

    /** The memory of the JVM that is a process. */
    @SuppressWarnings("BanJNDI") // the address is that of a process which this one has started
    static Memory ofProcess(long pid) throws IOException {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            return new Memory(connector.getMBeanServerConnection());
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in use after full collections. */
    Used used() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        return new Used(
                memory.getHeapMemoryUsage().getUsed(), metaspace.getUsage().getUsed());
    }

    /** Memory in use, in bytes. */
    record Used(long heap, long metaspace) {}
}
